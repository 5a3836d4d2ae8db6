import type KDBush from 'kdbush';
import type { Before, Layout, LayoutMethod } from '../core/layout/layout.ts';
import type { Axes } from '../core/layout/pca.ts';
import { openIndex } from '../core/layout/spatial-index.ts';
import type { Unit } from '../core/space/types.ts';
import { AppError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';

/** Seed of every layout: the same corpus always gives the same map. */
export const LAYOUT_SEED = 20260508;

/** One laid-out map: point i is `documents[i]`, or its passage `passages[i]`. */
export interface AtlasMap {
  readonly unit: Unit;
  readonly method: LayoutMethod;
  readonly documents: readonly string[];
  readonly passages: readonly number[] | null;
  /** [points × 2], no unit: only distances and directions within one map mean anything. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Share of variance along each of the two axes; null where the method has none. */
  readonly explained: readonly number[] | null;
  readonly axes: Axes | null;
  /** [points], 1 for those that were put into a map which had been laid out without them. */
  readonly placed: Uint8Array;
  /** Whether the layout is done, and not a glimpse of it. */
  readonly finished: boolean;
  /** Finds points by position. */
  readonly index: KDBush;
}

/** What a map is wanted of. */
export interface MapWish {
  readonly unit: Unit;
  readonly method: LayoutMethod;
  /** Changes whenever a document comes or goes. */
  readonly revision: number;
  /** Changes whenever all vectors do: no point of another space is kept in place. */
  readonly space: number;
}

/** The layouts of the current space, computed when first looked at. */
export class Atlas {
  /** The newest map that is ready; stays on screen while the next one is computed. */
  map = $state.raw<AtlasMap | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  failure = $state.raw<AppError | null>(null);

  readonly #engine: Engine;
  #abort = new AbortController();
  /** The last finished map of each unit and method, and what it was wanted of. */
  readonly #ready = new Map<string, { readonly map: AtlasMap; readonly wish: MapWish }>();
  /** The spaces that the layout worker has, by unit. */
  readonly #open = new Map<Unit, { key: string; rows: Pick<AtlasMap, 'documents' | 'passages'> }>();
  #wish: MapWish | null = null;
  /** What is being laid out. */
  #running: string | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Shows the map of one unit and method. If documents have come since it was laid out they are put
   * into it, and no other point moves. Asked again for what is being laid out, it lets that go on.
   */
  async show(wish: MapWish): Promise<void> {
    this.#wish = wish;
    await this.#bring(wish, false);
  }

  /** Lays out anew what is shown, with the points that were merely put into it. */
  async layOutAgain(): Promise<void> {
    if (this.#wish) await this.#bring(this.#wish, true);
  }

  /** Points of the map that were put into it after it had been laid out. */
  readonly placed = $derived.by(() => this.map?.placed.reduce((sum, each) => sum + each, 0) ?? 0);

  async #bring(wish: MapWish, again: boolean): Promise<void> {
    const key = keyOf(wish);
    if (key === this.#running && !again) return;
    this.#abort.abort();
    this.#running = null;
    this.failure = null;
    this.progress = null;
    const ready = this.#ready.get(`${wish.unit} ${wish.method}`);
    if (ready && keyOf(ready.wish) === key && !again) {
      this.map = ready.map;
      return;
    }
    this.#running = key;
    const { signal } = (this.#abort = new AbortController());
    try {
      const map = await this.#layOut(wish, again, signal);
      if (signal.aborted) return;
      this.#ready.set(`${wish.unit} ${wish.method}`, { map, wish });
      this.map = map;
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = AppError.from(thrown);
    }
    this.#running = null;
    this.progress = null;
  }

  async #layOut(wish: MapWish, again: boolean, signal: AbortSignal): Promise<AtlasMap> {
    const { unit, method } = wish;
    const rows = await this.#rows(wish, signal);
    const mapOf = (found: Omit<Layout, 'index'>, index: ArrayBuffer, finished: boolean) => {
      const { positions, explained, axes, placed } = found;
      const drawn = { positions, explained, axes, placed, index: openIndex(index) };
      return { unit, method, ...rows, ...drawn, finished };
    };
    const placed = new Uint8Array(rows.documents.length);
    const result = await this.#engine.layout.run(
      'layout',
      {
        unit,
        rows: rows.documents.length,
        method,
        seed: LAYOUT_SEED,
        before: this.#before(wish, rows, again),
      },
      {
        signal,
        onProgress: ({ done, total, glimpse }) => {
          this.progress = { done, total };
          // Who asked for no motion sees the map when it is done.
          if (!glimpse || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
          const { positions, index } = glimpse;
          this.map = mapOf({ positions, explained: null, axes: null, placed }, index, false);
        },
      },
    );
    return mapOf(result, result.index, true);
  }

  /** Gives the layout worker the rows of a unit, if it has others, and says what they are. */
  async #rows({ unit, revision }: MapWish, signal: AbortSignal) {
    const key = String(revision);
    const known = this.#open.get(unit);
    if (known?.key === key) return known.rows;
    const { ids, passages } = await this.#engine.openMap(unit, signal);
    const rows = { documents: ids, passages };
    this.#open.set(unit, { key, rows });
    return rows;
  }

  /** The picture that the next one follows: the last of its kind, else the one on screen. */
  #before(
    { unit, method, space }: MapWish,
    rows: Pick<AtlasMap, 'documents' | 'passages'>,
    again: boolean,
  ): Before | null {
    const last = this.#ready.get(`${unit} ${method}`);
    const map = last?.map ?? (this.map?.unit === unit ? this.map : null);
    if (!map) return null;
    const keep = last?.wish.space === space && !again;
    return { method: map.method, axes: map.axes, keep, ...whereTheyStood(map, rows) };
  }
}

function keyOf({ unit, method, revision, space }: MapWish): string {
  return `${revision} ${space} ${unit} ${method}`;
}

/** Where a map has the points to come, NaN for new ones, and which of them were put into it. */
function whereTheyStood(
  map: AtlasMap,
  { documents, passages }: Pick<AtlasMap, 'documents' | 'passages'>,
): Pick<Before, 'positions' | 'placed'> {
  const key = (document: string, passage = 0): string => `${document} ${passage}`;
  const places = new Map(map.documents.map((id, i) => [key(id, map.passages?.[i]), i]));
  const positions = new Float32Array(documents.length * 2).fill(NaN);
  const placed = new Uint8Array(documents.length);
  documents.forEach((id, i) => {
    const place = places.get(key(id, passages?.[i]));
    if (place === undefined) return;
    positions.set(map.positions.subarray(place * 2, place * 2 + 2), i * 2);
    placed[i] = map.placed[place]!;
  });
  return { positions, placed };
}
