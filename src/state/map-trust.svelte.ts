import type { Faithfulness } from '../core/faithfulness/faithfulness.ts';
import type { Agreement } from '../core/faithfulness/stability.ts';
import type { Corpus } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { LAYOUT_SEED, type AtlasMap } from './atlas.svelte.ts';

/** Of the sample of points where a map has too many to rank them all. */
const SEED = 17;

/** Seeds that a map by UMAP is compared with. */
const OTHER_SEEDS = [1, 2, 3, 4, 5].map((step) => LAYOUT_SEED + step);

/** Work on one map: what came of it, or how far it is. */
interface Measuring<T> {
  readonly map: AtlasMap;
  readonly value: T | null;
  /** In [0, 1] while it is under way; null when it is not. */
  readonly share: number | null;
  readonly failure: AppError | null;
}

/** How true the map on screen is to the space, and how much of it hangs on the seed. */
export class MapTrust {
  faithfulness = $state.raw<Measuring<Faithfulness> | null>(null);
  stability = $state.raw<Measuring<readonly Agreement[]> | null>(null);
  readonly #engine: Engine;
  #measuring = new AbortController();
  #comparing = new AbortController();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Measures a map, once: what is known of it stays, and what is measured of another is given up. */
  async measure(map: AtlasMap, corpus: Corpus): Promise<void> {
    if (this.faithfulness?.map === map && !this.faithfulness.failure) return;
    this.#measuring.abort();
    const { signal } = (this.#measuring = new AbortController());
    const { unit, positions } = map;
    const input = { unit, positions, groups: groupsOf(map, corpus), seed: SEED };
    await follow<Faithfulness>(
      map,
      signal,
      (step) => (this.faithfulness = step),
      (onProgress) => this.#engine.layout.run('faithfulness', input, { signal, onProgress }),
    );
  }

  /** Lays a map out under five other seeds and compares. */
  async compareSeeds(map: AtlasMap): Promise<void> {
    this.#comparing.abort();
    const { signal } = (this.#comparing = new AbortController());
    const { unit, positions } = map;
    const input = { unit, positions, seeds: OTHER_SEEDS };
    await follow<readonly Agreement[]>(
      map,
      signal,
      (step) => (this.stability = step),
      (onProgress) => this.#engine.layout.run('stability', input, { signal, onProgress }),
    );
  }

  /** Gives the comparison of seeds up. */
  stopComparing(): void {
    this.#comparing.abort();
    this.stability = null;
  }
}

async function follow<T>(
  map: AtlasMap,
  signal: AbortSignal,
  tell: (step: Measuring<T>) => void,
  work: (onProgress: (share: number) => void) => Promise<T | null>,
): Promise<void> {
  tell({ map, value: null, share: 0, failure: null });
  try {
    const value = await work((share) => tell({ map, value: null, share, failure: null }));
    if (!signal.aborted) tell({ map, value, share: null, failure: null });
  } catch (thrown) {
    if (signal.aborted) return;
    tell({ map, value: null, share: null, failure: AppError.from(thrown) });
  }
}

/** The group of each point as a number. */
function groupsOf(map: AtlasMap, corpus: Corpus): Int32Array {
  const numbers = new Map([...corpus.groups.keys()].map((id, i) => [id, i]));
  return Int32Array.from(
    map.documents,
    (id) => numbers.get(corpus.documents.get(id)?.group ?? '') ?? -1,
  );
}
