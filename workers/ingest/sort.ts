import { catching } from '../../src/core/corpus/rules/catching.ts';
import type { Rule, Sortable } from '../../src/core/corpus/rules/rule.ts';
import type { Job } from '../job.ts';

export interface SortInput {
  readonly rules: readonly Rule[];
  readonly documents: readonly Sortable[];
}

/** Asks rules about documents, and tells which rule it is about to ask: the last one told may never end. */
export const sort: Job<SortInput, number, Int32Array<ArrayBuffer>> = async (input, context) => {
  const steps = catching(input.rules, input.documents);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    context.report(step.value);
    await context.breathe();
  }
};
