import { expect, it } from 'vitest';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import { writtenWords } from '../../../../src/ui/reader/written-words.ts';

it('writes each lemma as the text does, most frequent first, small letters before capitals', () => {
  const text = "Friday's operations: OPERATIONS on Friday, an operation. SYSTEM and system.";
  const spans = contentLemmas(text);
  const lemmas = ['fridai', 'oper', 'system', 'elsewher'].map((lemma) => ({ lemma }));
  expect(writtenWords(lemmas, text, spans)).toEqual(['Friday', 'operations', 'system', 'elsewher']);
});
