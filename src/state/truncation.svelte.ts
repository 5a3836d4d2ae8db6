import type { Document } from '../core/corpus/model.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import { EMBED_SLICE } from '../core/limits.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';

/** What an encoder leaves out of passages that are longer than it reads. */
export interface CutSum {
  /** Documents with such passages. */
  readonly documents: number;
  readonly passages: number;
  readonly tokens: number;
}

/** Counts what the encoder in use leaves out, of whatever is asked for. */
export class Truncation {
  /** Documents counted and in all, while a count is under way. */
  progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  failure = $state.raw<AppError | null>(null);

  readonly #engine: Engine;
  /** Tokens left out of each passage, by document. */
  #cut = $state.raw<ReadonlyMap<string, Uint32Array>>(new Map());
  #encoder: string | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Tokens left out of each passage of a document; undefined until it was counted. */
  of(id: string): Uint32Array | undefined {
    return this.#cut.get(id);
  }

  /** Over documents; null unless all of them were counted. */
  sum(ids: Iterable<string>): CutSum | null {
    let [documents, passages, tokens] = [0, 0, 0];
    for (const id of ids) {
      const cut = this.#cut.get(id);
      if (!cut) return null;
      const long = cut.filter((each) => each > 0);
      documents += Number(long.length > 0);
      passages += long.length;
      tokens += long.reduce((sum, each) => sum + each, 0);
    }
    return { documents, passages, tokens };
  }

  /** Counts documents that were not counted yet, some thousand passages at a time. */
  async count(
    documents: Iterable<Document>,
    choice: EncoderChoice,
    signal: AbortSignal,
  ): Promise<void> {
    const encoder = encoderKey(choice.spec);
    if (encoder !== this.#encoder) this.#cut = new Map();
    this.#encoder = encoder;
    const missing = [...documents].filter(({ id }) => !this.#cut.has(id));
    this.failure = null;
    try {
      for (let done = 0; done < missing.length;) {
        this.progress = { done, total: missing.length };
        const slice = sliceOf(missing, done);
        const texts = slice.flatMap(({ text, passages }) =>
          passages.map(({ start, end }) => text.slice(start, end)),
        );
        const cut = await this.#engine.encoder.run('countCut', { ...choice, texts }, { signal });
        if (encoder !== this.#encoder) return;
        this.#keep(slice, cut);
        done += slice.length;
      }
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code !== 'cancelled') this.failure = error;
    } finally {
      this.progress = null;
    }
  }

  #keep(documents: readonly Document[], cut: Uint32Array): void {
    const all = new Map(this.#cut);
    let from = 0;
    for (const { id, passages } of documents) {
      all.set(id, cut.slice(from, (from += passages.length)));
    }
    this.#cut = all;
  }
}

const truncations = new WeakMap<Engine, Truncation>();

/** The one count of a page, made when something first asks for it: most encoders leave out nothing. */
export function truncationOf(engine: Engine): Truncation {
  const known = truncations.get(engine) ?? new Truncation(engine);
  truncations.set(engine, known);
  return known;
}

/** Documents from `start` on with about `EMBED_SLICE` passages, one at least. */
function sliceOf(documents: readonly Document[], start: number): readonly Document[] {
  let end = start;
  for (let passages = 0; end < documents.length && passages < EMBED_SLICE; end++) {
    passages += documents[end]?.passages.length ?? 0;
  }
  return documents.slice(start, end);
}
