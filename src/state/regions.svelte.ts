import type { Region } from '../core/regions/regions.ts';
import type { Engine } from '../engine/engine.ts';
import { remember, remembered } from '../platform/memory.ts';
import type { AtlasMap } from './atlas.svelte.ts';
import { Answer } from './relations.svelte.ts';

const KEY = 'parable-region-stop-words';

/** Regions of one map, by level. */
export interface NamedRegions {
  readonly map: AtlasMap;
  readonly levels: readonly (readonly Region[])[];
}

/** The names of the regions of the map, and the words that the reader struck out of them. */
export class Regions {
  readonly answer = new Answer<NamedRegions>();
  /** In small letters; kept on this machine. */
  stopWords = $state.raw<readonly string[]>(stored());
  readonly #engine: Engine;
  #abort = new AbortController();
  #asked: AtlasMap | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Names the regions of a map, once; null clears them. */
  name(map: AtlasMap | null): void {
    if (map === this.#asked && !this.answer.failure) return;
    this.#asked = map;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    void this.answer.ask(
      map &&
        (async () => {
          const { positions, documents, passages } = map;
          const input = { positions, documents, passages };
          return { map, levels: await this.#engine.analysis.run('regions', input, { signal }) };
        }),
    );
  }

  /** Leaves words out of all names. @param text words with anything but letters and digits between */
  strike(text: string): void {
    const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
    this.stopWords = [...new Set(words)];
    remember(KEY, this.stopWords.join(' '));
  }
}

function stored(): readonly string[] {
  return remembered(KEY)?.split(' ').filter(Boolean) ?? [];
}
