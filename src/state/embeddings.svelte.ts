import type { Corpus, Document } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import { countZeroRows } from '../core/space/matrix.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import type { Notices, Unplaced } from './notices.svelte.ts';

/** In passages. */
export interface EmbeddingProgress {
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
}

/** Finished documents are handed to the analysis in groups of this many, and at the end. */
const FLUSH_DOCUMENTS = 500;

/**
 * Keeps every document of the corpus embedded and in the analysis space. What is finished stays
 * finished: a cancelled or failed run goes on from there.
 */
export class Embeddings {
  progress = $state.raw<EmbeddingProgress | null>(null);
  failure = $state.raw<AppError | null>(null);
  /** Documents of the corpus that are not in the space yet. */
  waiting = $state(0);
  /** Grows whenever the analysis space changes. */
  revision = $state(0);
  /** What of the corpus has no direction in the space. */
  unplaced = $state.raw<Unplaced>({ passages: 0, documents: 0 });

  readonly #engine: Engine;
  readonly #notices: Notices;
  readonly #vectors = new Map<string, Float32Array<ArrayBuffer>>();
  readonly #inSpace = new Set<string>();
  /** Passages without a direction, of the documents that have any. */
  readonly #zeroRows = new Map<string, number>();
  /** What was waiting when a run was cancelled or failed: left alone until the reader resumes. */
  readonly #declined = new Set<string>();
  #choice: EncoderChoice | null = null;
  #corpus: Corpus | null = null;
  #abort: AbortController | null = null;

  constructor(engine: Engine, notices: Notices) {
    this.#engine = engine;
    this.#notices = notices;
  }

  /** Whether the analysis can be asked about a document; follows `revision`. */
  has(id: string): boolean {
    return this.revision > 0 && this.#inSpace.has(id);
  }

  /** Sets the encoder and what is known of its vectors already, by document id. */
  open(choice: EncoderChoice, known: ReadonlyMap<string, Float32Array<ArrayBuffer>>): void {
    this.#choice = choice;
    this.#vectors.clear();
    this.#inSpace.clear();
    this.#declined.clear();
    this.#zeroRows.clear();
    for (const [id, vectors] of known) this.#keep(id, vectors, choice);
  }

  /** Brings the space in line with a corpus: removes, adds what has vectors, embeds the rest. */
  async sync(corpus: Corpus): Promise<void> {
    this.#corpus = corpus;
    try {
      await this.#flush();
      if (!this.#abort) await this.#embedMissing();
    } catch (thrown) {
      this.#stopped(AppError.from(thrown));
    }
  }

  /** Embeds what is waiting, after a cancel or a failure. */
  async resume(): Promise<void> {
    this.#declined.clear();
    if (this.#corpus) await this.sync(this.#corpus);
  }

  cancel(): void {
    this.#abort?.abort();
  }

  #keep(id: string, vectors: Float32Array<ArrayBuffer>, { spec }: EncoderChoice): void {
    this.#vectors.set(id, vectors);
    const zeroRows = countZeroRows(vectors, spec.dims);
    if (zeroRows > 0) this.#zeroRows.set(id, zeroRows);
  }

  async #flush(): Promise<void> {
    const documents = this.#corpus?.documents ?? new Map<string, Document>();
    const remove = [...this.#inSpace].filter((id) => !documents.has(id));
    const add = [...documents.values()].flatMap((document) => {
      const vectors = this.#vectors.get(document.id);
      return vectors && !this.#inSpace.has(document.id) ? [{ ...document, vectors }] : [];
    });
    for (const id of remove) this.#inSpace.delete(id);
    for (const { id } of add) this.#inSpace.add(id);
    this.waiting = documents.size - this.#inSpace.size;
    if (add.length + remove.length === 0) return;
    try {
      await this.#engine.updateSpace({ add, remove });
    } catch (thrown) {
      for (const { id } of add) this.#inSpace.delete(id);
      this.waiting += add.length;
      throw thrown;
    }
    this.revision++;
    this.#tellOfUnplaced();
  }

  /** Counts anew, and says so if there are more than before. */
  #tellOfUnplaced(): void {
    const { passages: before } = this.unplaced;
    let [passages, documents] = [0, 0];
    for (const [id, rows] of this.#zeroRows) {
      if (!this.#inSpace.has(id)) continue;
      passages += rows;
      documents++;
    }
    this.unplaced = { passages, documents };
    if (passages > before) this.#notices.show({ kind: 'unknown-words', passages, documents });
  }

  async #embedMissing(): Promise<void> {
    const choice = this.#choice;
    for (let missing = this.#missing(); choice && missing.length > 0; missing = this.#missing()) {
      this.failure = null;
      const { signal } = (this.#abort = new AbortController());
      await this.#embed(choice, missing, signal);
      await this.#flush();
      if (signal.aborted) throw new AppError('cancelled', {});
    }
    this.#abort = null;
    this.progress = null;
  }

  #missing(): Document[] {
    const documents = [...(this.#corpus?.documents.values() ?? [])];
    return documents.filter(({ id }) => !this.#vectors.has(id) && !this.#declined.has(id));
  }

  async #embed(
    choice: EncoderChoice,
    documents: readonly Document[],
    signal: AbortSignal,
  ): Promise<void> {
    const startedAt = performance.now();
    let unflushed = 0;
    const unkept = await embedDocuments(this.#engine.encoder, choice, documents, {
      signal,
      onProgress: (done, total) => {
        const secondsEach = (performance.now() - startedAt) / 1000 / done;
        this.progress = {
          done,
          total,
          etaSeconds: done > 0 ? secondsEach * (total - done) : null,
        };
      },
      onDocument: (id, vectors) => {
        this.#keep(id, vectors, choice);
        if (++unflushed % FLUSH_DOCUMENTS === 0) this.#flushAside();
      },
    });
    if (unkept) this.#notices.error(AppError.fromRecord(unkept));
  }

  #flushAside(): void {
    this.#flush().catch((thrown: unknown) => this.#notices.error(AppError.from(thrown)));
  }

  #stopped(error: AppError): void {
    this.#abort = null;
    this.progress = null;
    for (const { id } of this.#missing()) this.#declined.add(id);
    this.#flushAside();
    if (error.code !== 'cancelled') {
      this.failure = error;
      this.#notices.error(error);
    }
  }
}
