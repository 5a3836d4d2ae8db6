import { normal, type Random } from './random.ts';
import { VOCABULARY_SIZE, type Vocabulary } from './vocabulary.ts';

/** Numbers from 0 to below this are tokens of their own: they include the years of our time. */
const NUMBERS = 2100;

/** Their meaning is that of being a number: the mean of these words. */
const NUMBER_WORDS =
  'one two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand'.split(
    ' ',
  );

/** Length of what tells a number from the others, in root mean squares of frequent words' values. */
const IDENTITY = 2;

/** What contractions leave behind ("it's" → "it", "'", "s"): as frequent as function words. */
const FRAGMENTS = new Set(['s', 't', 'd', 'm']);

/**
 * The source holds neither numbers nor single letters, and without them texts that differ in
 * nothing but a figure look alike. A number gets the mean of number words and a random part of its
 * own, a letter a random vector, "a" that of "an", "i" that of "me". Ranks are rough.
 */
export function missingTokens(source: Vocabulary, dims: number, random: Random): Vocabulary {
  const vectorOf = (word: string) => {
    const at = source.words.indexOf(word);
    if (at < 0) throw new Error(`The source lacks "${word}"`);
    return source.vectors.subarray(at * dims, (at + 1) * dims);
  };
  const frequent = source.vectors.subarray(0, VOCABULARY_SIZE * dims);
  const deviation = Math.sqrt(frequent.reduce((sum, x) => sum + x * x, 0) / frequent.length);
  const numeral = new Float64Array(dims);
  for (const word of NUMBER_WORDS) {
    for (const [d, x] of vectorOf(word).entries()) numeral[d]! += x / NUMBER_WORDS.length;
  }
  const words: string[] = [];
  const ranks: number[] = [];
  const vectors: number[] = [];
  const add = (word: string, rank: number, vector: Iterable<number>) => {
    words.push(word);
    ranks.push(rank);
    vectors.push(...vector);
  };
  const noise = (length: number) => numeral.map(() => length * deviation * normal(random));

  add('a', 5, vectorOf('an'));
  add('i', 20, vectorOf('me'));
  for (const letter of 'bcdefghjklmnopqrstuvwxyz') {
    add(letter, FRAGMENTS.has(letter) ? 30 : 300, noise(1));
  }
  const leadingZero = ['00', '000', ...Array.from({ length: 9 }, (_, i) => `0${i + 1}`)];
  for (const number of [...Array.from({ length: NUMBERS }, (_, i) => String(i)), ...leadingZero]) {
    const own = noise(IDENTITY);
    add(
      number,
      numberRank(number),
      numeral.map((x, d) => x + own[d]!),
    );
  }
  return { words, ranks, vectors: Float64Array.from(vectors) };
}

/** Shorter numbers are more frequent. */
export function numberRank(number: string): number {
  return number.length === 1 ? 100 : number.length === 2 ? 500 : 3000;
}
