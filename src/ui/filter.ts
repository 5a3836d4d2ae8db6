import type { Corpus } from '../core/corpus/model.ts';

/** `View.hidden` after a click on what stands for some groups: hides them, or shows them again. */
export function toggled(hidden: readonly string[], groups: readonly string[]): string[] {
  const others = hidden.filter((id) => !groups.includes(id));
  return groups.every((id) => hidden.includes(id)) ? others : [...others, ...groups];
}

/** Hides every group but one. */
export function only(corpus: Corpus, group: string): string[] {
  return [...corpus.groups.keys()].filter((id) => id !== group);
}

/** Whether one group of several is all that is shown. */
export function isAlone(corpus: Corpus, hidden: readonly string[], group: string): boolean {
  const gone = new Set(hidden);
  return (
    corpus.groups.size > 1 &&
    [...corpus.groups.keys()].every((id) => gone.has(id) !== (id === group))
  );
}
