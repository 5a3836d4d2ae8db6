import type { Lemma } from '../relate/lemmas.ts';

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

/**
 * A word names a region only if so many times as many of its texts have it as of all texts: numbers
 * and verbs of every story are frequent anywhere.
 */
const LEAST_LIFT = 1.5;

/** A word of one text alone names that text, not a region. */
const LEAST_TEXTS = 2;

interface Tally {
  count: number;
  texts: number;
  readonly forms: Map<string, number>;
}

/** Content words of regions, counted text by text. */
export class RegionTally {
  readonly #regions: Map<string, Tally>[];
  /** Words and texts of each region. */
  readonly #sizes: Float64Array;
  readonly #texts: Float64Array;
  readonly #everywhere = new Map<string, { count: number; texts: number }>();
  #allTexts = 0;

  constructor(regions: number) {
    this.#regions = Array.from({ length: regions }, () => new Map<string, Tally>());
    this.#sizes = new Float64Array(regions);
    this.#texts = new Float64Array(regions);
  }

  /**
   * Counts the content words of a text for a region; for none, null, they only tell how common they
   * are.
   */
  add(text: string, lemmas: readonly Lemma[], region: number | null): void {
    this.#allTexts++;
    if (region !== null) this.#texts[region]!++;
    const seen = new Set<string>();
    for (const { lemma, name, start, end } of lemmas) {
      const first = !seen.has(lemma);
      seen.add(lemma);
      let all = this.#everywhere.get(lemma);
      if (!all) this.#everywhere.set(lemma, (all = { count: 0, texts: 0 }));
      all.count++;
      if (first) all.texts++;
      if (region === null) continue;
      this.#sizes[region]!++;
      const words = this.#regions[region]!;
      let tally = words.get(lemma);
      if (!tally) words.set(lemma, (tally = { count: 0, texts: 0, forms: new Map() }));
      tally.count++;
      if (first) tally.texts++;
      const written = text.slice(start, end);
      const form = name ? lemma : written.toLowerCase();
      tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
    }
  }

  /**
   * The words of each region by falling c-TF-IDF (Grootendorst 2022, arXiv:2203.05794):
   * tf / |region| · ln(1 + A / f), tf being a word's count in the region, f that in all texts and A
   * the mean number of words of a region. Ties by alphabet. Left out are words of one text alone, and
   * those that are hardly more common here than anywhere.
   */
  words(): RegionWord[][] {
    const mean = this.#sizes.reduce((sum, size) => sum + size, 0) / this.#sizes.length;
    return this.#regions.map((words, region) =>
      [...words]
        .filter(([lemma, { texts }]) => texts >= LEAST_TEXTS && this.#tells(lemma, texts, region))
        .map(([lemma, { count, texts, forms }]) => ({
          lemma,
          word: commonest(forms),
          count,
          texts,
          weight: weightOf(count, this.#sizes[region]!, mean, this.#everywhere.get(lemma)!.count),
        }))
        .sort((a, b) => b.weight - a.weight || (a.lemma < b.lemma ? -1 : 1))
        .slice(0, MOST_WORDS),
    );
  }

  /** Whether a word tells a region from the rest; where it has all texts, there is no rest. */
  #tells(lemma: string, texts: number, region: number): boolean {
    const own = this.#texts[region]!;
    if (own === this.#allTexts) return true;
    return texts / own >= LEAST_LIFT * (this.#everywhere.get(lemma)!.texts / this.#allTexts);
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
