import type { Region } from '../../../core/regions/regions.ts';
import type { RegionWord } from '../../../core/regions/words.ts';
import type { NamedRegions } from '../../../state/regions.svelte.ts';
import { placesOf } from '../place/camera.ts';
import type { Place } from '../place/place.ts';
import type { Ground } from './ground.ts';
import type { Box, LabelWish } from './labels.ts';

/** Words in the name of a region. */
const NAME_WORDS = 3;

/** Magnifications from which the next finer level is shown. */
const FINER = [2, 5] as const;

/** A region with its name, where the map draws it. */
export interface RegionName {
  readonly name: string;
  readonly region: Region;
  /** The words that are left of it. */
  readonly words: readonly RegionWord[];
  /** In place units. */
  readonly x: number;
  readonly y: number;
}

/** The words of a region without those that the reader struck out. */
export function wordsLeft(region: Region, stopWords: readonly string[]): RegionWord[] {
  const struck = new Set(stopWords);
  return region.words.filter(
    ({ word, lemma }) => !struck.has(word.toLowerCase()) && !struck.has(lemma),
  );
}

/** What a region is called by: its most telling words, or nothing without any. */
export function nameOf(words: readonly RegionWord[]): string {
  return words
    .slice(0, NAME_WORDS)
    .map(({ word }) => word)
    .join(', ');
}

/** The names of a map's regions: asks for their labels at the level in view, and knows where they stand. */
export class RegionLayer {
  readonly #levels: readonly (readonly RegionName[])[];
  #drawn: readonly { readonly box: Box; readonly named: RegionName }[] = [];

  constructor(place: Place, { levels }: NamedRegions, stopWords: readonly string[]) {
    this.#levels = levels.map((regions) =>
      regions.flatMap((region) => {
        const words = wordsLeft(region, stopWords);
        const name = nameOf(words);
        if (name === '') return [];
        const [x, y] = placesOf(Float32Array.of(region.x, region.y), place.frame);
        return [{ name, region, words, x: x!, y: y! }];
      }),
    );
  }

  /** The regions in view at its magnification, the largest first. */
  inView({ projection, size }: Pick<Ground, 'projection' | 'size'>): RegionName[] {
    const magnified = (2 * projection.scale) / Math.max(1, Math.min(size.width, size.height));
    const level = FINER.filter((least) => magnified >= least).length;
    return (this.#levels[Math.min(level, this.#levels.length - 1)] ?? []).filter(({ x, y }) => {
      const left = projection.x + projection.scale * x;
      const top = projection.y + projection.scale * y;
      return left >= 0 && top >= 0 && left <= size.width && top <= size.height;
    });
  }

  /** Remembers where labels were drawn. */
  drew(
    labels: readonly { readonly wish: LabelWish; readonly box: Box }[],
    inView: RegionName[],
  ): void {
    this.#drawn = labels.flatMap(({ wish, box }) =>
      wish.centred ? [{ box, named: inView[wish.point]! }] : [],
    );
  }

  /** The region whose label is at a place of the canvas. */
  at(x: number, y: number): RegionName | null {
    const inside = ({ box }: { box: Box }): boolean =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    return this.#drawn.find(inside)?.named ?? null;
  }
}
