import { contentLemmas } from '../relate/lemmas.ts';
import type { WordMemo } from '../relate/written.ts';

/** A word that tells a region from the others. */
export interface RegionWord {
  /** In the form in which the region writes it most often. */
  readonly word: string;
  /** What it is counted as; stop words are compared with this and with `word`. */
  readonly lemma: string;
  /** How often it stands in the region. */
  readonly count: number;
  /** In how many of its texts. */
  readonly texts: number;
  /** c-TF-IDF, above 0. */
  readonly weight: number;
}

/** Words kept for each region: enough for a name after some are struck out. */
const MOST_WORDS = 24;

/** A word of one text alone names that text, not a region. */
const LEAST_TEXTS = 2;

interface Tally {
  count: number;
  texts: number;
  readonly forms: Map<string, number>;
}

/** Content words of regions, counted text by text. */
export class RegionTally {
  readonly #memo: WordMemo = new Map();
  readonly #regions: Map<string, Tally>[];
  readonly #sizes: Float64Array;
  readonly #everywhere = new Map<string, number>();

  constructor(regions: number) {
    this.#regions = Array.from({ length: regions }, () => new Map<string, Tally>());
    this.#sizes = new Float64Array(regions);
  }

  /** Counts a text for a region; for none, null, it only tells how common its words are. */
  add(text: string, region: number | null): void {
    const seen = new Set<Tally>();
    for (const { lemma, name, start, end } of contentLemmas(text, this.#memo)) {
      this.#everywhere.set(lemma, (this.#everywhere.get(lemma) ?? 0) + 1);
      if (region === null) continue;
      this.#sizes[region]!++;
      const words = this.#regions[region]!;
      let tally = words.get(lemma);
      if (!tally) words.set(lemma, (tally = { count: 0, texts: 0, forms: new Map() }));
      tally.count++;
      if (!seen.has(tally)) tally.texts++;
      seen.add(tally);
      const written = text.slice(start, end);
      const form = name ? lemma : written.toLowerCase();
      tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
    }
  }

  /**
   * The words of each region by falling c-TF-IDF (Grootendorst 2022, arXiv:2203.05794):
   * tf / |region| · ln(1 + A / f), tf being a word's count in the region, f that in all texts and A
   * the mean number of words of a region. Ties by alphabet. Words of one text alone are left out.
   */
  words(): RegionWord[][] {
    const mean = this.#sizes.reduce((sum, size) => sum + size, 0) / this.#sizes.length;
    return this.#regions.map((words, region) =>
      [...words]
        .filter(([, { texts }]) => texts >= LEAST_TEXTS)
        .map(([lemma, { count, texts, forms }]) => ({
          lemma,
          word: commonest(forms),
          count,
          texts,
          weight: weightOf(count, this.#sizes[region]!, mean, this.#everywhere.get(lemma)!),
        }))
        .sort((a, b) => b.weight - a.weight || (a.lemma < b.lemma ? -1 : 1))
        .slice(0, MOST_WORDS),
    );
  }
}

/** c-TF-IDF of one word in one region. */
export function weightOf(count: number, size: number, mean: number, everywhere: number): number {
  return (count / size) * Math.log(1 + mean / everywhere);
}

function commonest(forms: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [form, count] of forms) {
    if (count > most || (count === most && form < best)) [best, most] = [form, count];
  }
  return best;
}
