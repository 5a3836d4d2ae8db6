import type KDBush from 'kdbush';
import type { LayoutMethod } from '../core/layout/layout.ts';
import { openIndex } from '../core/layout/spatial-index.ts';
import type { Unit } from '../core/space/types.ts';
import { AppError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';

/** Seed of every layout: the same corpus always gives the same map. */
const SEED = 20260508;

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
  /** Points that the method itself placed; if fewer than all, the rest stands beside these. */
  readonly laidOut: number;
  /** Finds points by position. */
  readonly index: KDBush;
}

/** The layouts of the current space, computed when first looked at. */
export class Atlas {
  /** The newest map that is ready; stays on screen while the next one is computed. */
  map = $state.raw<AtlasMap | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  failure = $state.raw<AppError | null>(null);

  readonly #engine: Engine;
  #abort = new AbortController();
  #ready = new Map<string, AtlasMap>();
  #revision = -1;
  /** What is being laid out. */
  #running: string | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Shows the map of one unit and method, laid out anew if the space has changed since. Asked again
   * for what is being laid out, it lets that go on.
   */
  async show(unit: Unit, method: LayoutMethod, revision: number): Promise<void> {
    const key = `${revision} ${unit} ${method}`;
    if (key === this.#running) return;
    this.#abort.abort();
    if (revision !== this.#revision) this.#ready.clear();
    this.#revision = revision;
    this.#running = null;
    this.failure = null;
    this.progress = null;
    const ready = this.#ready.get(key);
    if (ready) {
      this.map = ready;
      return;
    }
    this.#running = key;
    const { signal } = (this.#abort = new AbortController());
    try {
      const map = await this.#layOut(unit, method, signal);
      if (signal.aborted) return;
      this.#ready.set(key, map);
      this.map = map;
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = AppError.from(thrown);
    }
    this.#running = null;
    this.progress = null;
  }

  async #layOut(unit: Unit, method: LayoutMethod, signal: AbortSignal): Promise<AtlasMap> {
    const { ids, passages, matrix } = await this.#engine.analysis.run('matrix', unit, { signal });
    const { positions, explained, index, laidOut } = await this.#engine.layout.run(
      'layout',
      { matrix, method, seed: SEED, before: this.#before(unit, method, ids, passages) },
      { signal, onProgress: (progress) => (this.progress = progress) },
    );
    return {
      unit,
      method,
      documents: ids,
      passages,
      positions,
      explained,
      laidOut,
      index: openIndex(index),
    };
  }

  /** Where the map on screen has the points to come, [points × 2], NaN for new ones. */
  #before(
    unit: Unit,
    method: LayoutMethod,
    documents: readonly string[],
    passages: readonly number[] | null,
  ): Float32Array | null {
    const { map } = this;
    if (map?.unit !== unit || map.method !== method) return null;
    const key = (document: string, passage = 0): string => `${document} ${passage}`;
    const places = new Map(map.documents.map((id, i) => [key(id, map.passages?.[i]), i]));
    const before = new Float32Array(documents.length * 2).fill(NaN);
    documents.forEach((id, i) => {
      const place = places.get(key(id, passages?.[i]));
      if (place === undefined) return;
      before.set(map.positions.subarray(place * 2, place * 2 + 2), i * 2);
    });
    return before;
  }
}
