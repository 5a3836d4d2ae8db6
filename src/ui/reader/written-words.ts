import type { SharedLemma, SharedSpan } from '../../core/relate/types.ts';

/** Words read at most: enough to meet nearly every lemma, whatever the length of the text. */
const READ = 5_000;

/**
 * Each lemma as the text writes it most often, without a possessive: a stem such as "fridai" is
 * for counting, not for reading. Of equally frequent forms the one in small letters is taken. A
 * lemma that stands in none of the first spans is given as it is.
 */
export function writtenWords(
  lemmas: readonly Pick<SharedLemma, 'lemma'>[],
  text: string,
  spans: readonly SharedSpan[],
): string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const { lemma, start, end } of spans.slice(0, READ)) {
    const word = text.slice(start, end);
    const counts = forms.get(lemma) ?? new Map<string, number>();
    const form = word.replace(/['’]s$/u, '');
    counts.set(form, (counts.get(form) ?? 0) + 1);
    forms.set(lemma, counts);
  }
  return lemmas.map(({ lemma }) => mostFrequent(forms.get(lemma)) ?? lemma);
}

function mostFrequent(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  const byUse = [...(counts ?? [])].sort(
    ([a, uses], [b, others]) => others - uses || capitals(a) - capitals(b),
  );
  return byUse[0]?.[0];
}

function capitals(word: string): number {
  return word.match(/\p{Lu}/gu)?.length ?? 0;
}
