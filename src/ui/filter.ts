import type { Corpus } from '../core/corpus/model.ts';

/** `View.hidden` after a click on what stands for some groups: hides them, or shows them again. */
export function toggled(hidden: readonly string[], groups: readonly string[]): string[] {
  const others = hidden.filter((id) => !groups.includes(id));
  return groups.every((id) => hidden.includes(id)) ? others : [...others, ...groups];
}

/** Hides every group but some. */
export function only(corpus: Corpus, groups: readonly string[]): string[] {
  return [...corpus.groups.keys()].filter((id) => !groups.includes(id));
}

/** Whether some groups, and not all there are, are all that is shown. */
export function isAlone(
  corpus: Corpus,
  hidden: readonly string[],
  groups: readonly string[],
): boolean {
  const gone = new Set(hidden);
  return (
    corpus.groups.size > groups.length &&
    [...corpus.groups.keys()].every((id) => gone.has(id) !== groups.includes(id))
  );
}
