import type { IngestJobs } from '../../workers/ingest.ts';
import { NO_RULE, seenBy } from '../core/corpus/rules/catching.ts';
import type { Rule, Sortable } from '../core/corpus/rules/rule.ts';
import { AppError } from '../core/errors.ts';
import { CUT_SLICE_CHARS, RULE_SILENCE_MS } from '../core/limits.ts';
import type { WorkerClient } from './worker-client.ts';

/** Characters that a document counts for besides its text. */
const OVERHEAD = 200;

export interface SortOptions {
  readonly signal: AbortSignal;
  /** For tests: `RULE_SILENCE_MS`. */
  readonly silenceMs?: number;
}

/**
 * Finds the first rule that each document fits, in a worker of its own, a few megabytes at a time. A rule
 * that keeps the worker longer than `RULE_SILENCE_MS` is stopped by ending the worker.
 *
 * @param rules - well formed (`problemOf`)
 * @returns the rule of each document, null for none
 * @throws AppError `pattern-stuck` with the pattern of that rule, `cancelled`, `worker-unavailable`
 */
export async function sortByRules(
  sorter: WorkerClient<IngestJobs>,
  rules: readonly Rule[],
  documents: readonly Sortable[],
  { signal, silenceMs = RULE_SILENCE_MS }: SortOptions,
): Promise<(Rule | null)[]> {
  const reduced = seenBy(rules);
  const found: (Rule | null)[] = [];
  while (found.length < documents.length) {
    const slice: Sortable[] = [];
    for (let chars = 0; chars < CUT_SLICE_CHARS;) {
      const next = documents[found.length + slice.length];
      if (!next) break;
      const seen = reduced(next);
      chars += seen.text.length + OVERHEAD;
      slice.push(seen);
    }
    const caught = await sorted(sorter, rules, slice, { signal, silenceMs });
    for (const at of caught) found.push(at === NO_RULE ? null : (rules[at] ?? null));
  }
  return found;
}

/** One slice, under watch. */
async function sorted(
  sorter: WorkerClient<IngestJobs>,
  rules: readonly Rule[],
  documents: readonly Sortable[],
  { signal, silenceMs }: Required<SortOptions>,
): Promise<Int32Array> {
  let stuck: Rule | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = (at: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stuck = rules[at] ?? null;
      sorter.terminate();
    }, silenceMs);
  };
  try {
    return await sorter.run('sort', { rules, documents }, { signal, onProgress: watch });
  } catch (thrown) {
    const rule = stuck as Rule | null;
    if (rule && !signal.aborted)
      throw new AppError('pattern-stuck', { pattern: rule.pattern }, thrown);
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}
