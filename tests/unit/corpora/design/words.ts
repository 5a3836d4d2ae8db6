import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import type { Text } from './texts.ts';

/** Every word of a text as it is compared: lower case, one kind of apostrophe. */
export function runningWords(body: string): string[] {
  const plain = body.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return [...plain.matchAll(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu)].map(([word]) => word);
}

/** The runs of `length` words of a text. */
export function runs(body: string, length: number): Set<string> {
  const words = runningWords(body);
  const found = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) found.add(words.slice(i, i + length).join(' '));
  return found;
}

/** The content lemmas of a text, by the code that the explorer itself compares words with. */
export function lemmaSet(body: string): Set<string> {
  return new Set(contentLemmas(body).map(({ lemma }) => lemma));
}

/** |A ∩ B| / |A ∪ B|, in [0, 1]; 0 if both are empty (Jaccard 1901). */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Each run that two texts have in common, with both of their files. */
export function sharedRuns(
  texts: readonly Text[],
  length: number,
): { run: string; files: [string, string] }[] {
  const first = new Map<string, Text>();
  const found: { run: string; files: [string, string] }[] = [];
  for (const text of texts) {
    for (const run of runs(text.body, length)) {
      const before = first.get(run);
      if (before) found.push({ run, files: [before.file, text.file] });
      else first.set(run, text);
    }
  }
  return found;
}
