import { cutText, type Cut } from '../../src/core/corpus/documents.ts';
import type { Role } from '../../src/core/corpus/model.ts';
import { withoutLines } from '../../src/core/corpus/repeats/lines.ts';
import type { Job } from '../job.ts';

export interface CutInput {
  readonly role: Role;
  readonly text: string;
  /** Hashes of the lines to leave out. */
  readonly without: readonly number[];
}

export interface CutText extends Cut {
  /** Where it is not the one that was given. */
  readonly text: string | null;
}

/** Texts with their identities and passages, lines of a template left out. */
export const cut: Job<readonly CutInput[], never, readonly CutText[]> = async (inputs, context) => {
  const texts: CutText[] = [];
  for (const { role, text, without } of inputs) {
    const kept = without.length === 0 ? text : withoutLines(text, new Set(without));
    texts.push({ ...cutText(role, kept), text: kept === text ? null : kept });
    await context.breathe();
  }
  return texts;
};
