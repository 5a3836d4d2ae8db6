import { EMPTY_CORPUS, type Corpus, type Document, type Span } from '../core/corpus/model.ts';
import { allTwins } from '../core/corpus/twins.ts';
import { encoderKey, type EncoderSpec } from '../core/encoders/encoder.ts';
import type { GivenRows } from '../core/encoders/given.ts';
import { AppError } from '../core/errors.ts';
import type { CorrectionName } from '../core/space/correction.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import type { Notices, Unplaced } from './notices.svelte.ts';
import { rest } from './rest.ts';
import { ZeroRows } from './zero-rows.ts';

/** In passages. */
export interface EmbeddingProgress {
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
}

/** Finished documents are handed to the analysis in groups of this many, and at the end. */
const FLUSH_DOCUMENTS = 500;

/** Where vectors of documents come from that no encoder here has made. */
export interface GivenSource {
  /** By document id; what has none is left out. */
  of(spec: EncoderSpec, documents: readonly Document[]): Promise<ReadonlyMap<string, GivenRows>>;
}
const NOTHING_GIVEN: GivenSource = { of: async () => new Map() };

/**
 * Keeps every document of the corpus embedded and in the analysis space. What is finished stays
 * finished: a cancelled or failed run goes on from there.
 */
export class Embeddings {
  progress = $state.raw<EmbeddingProgress | null>(null);
  failure = $state.raw<AppError | null>(null);
  /** Documents of the corpus that are not in the space yet. */
  waiting = $state(0);
  /** Ids of those that the space cannot hold: only vectors that came along are there, and none of them. */
  absent = $state.raw<ReadonlySet<string>>(new Set());
  /** Grows whenever the analysis space changes. */
  revision = $state(0);
  /** Grows whenever all vectors of the space change, with `revision`. */
  space = 0;
  /** What of the corpus has no direction in the space. */
  unplaced = $state.raw<Unplaced>({ passages: 0, documents: 0 });

  readonly #engine: Engine;
  readonly #notices: Notices;
  readonly #given: GivenSource;
  readonly #vectors = new Map<string, Float32Array<ArrayBuffer>>();
  /** Where they are not the document's own: vectors that came along may be of whole texts. */
  readonly #passages = new Map<string, readonly Span[]>();
  readonly #inSpace = new Set<string>();
  readonly #zeroRows = new ZeroRows();
  /** What was waiting when a run was cancelled or failed: left alone until the reader resumes. */
  readonly #declined = new Set<string>();
  #choice: EncoderChoice | null = null;
  #corpus: Corpus | null = null;
  /** How many want that nothing is embedded and nothing enters the space: an encoder that is changed. */
  #halts = 0;
  readonly #underway = new Set<Promise<void>>();
  #abort: AbortController | null = null;

  constructor(engine: Engine, notices: Notices, given = NOTHING_GIVEN) {
    this.#engine = engine;
    this.#notices = notices;
    this.#given = given;
  }

  /** Whether the analysis can be asked about a document; follows `revision`. */
  has(id: string): boolean {
    return this.revision > 0 && this.#inSpace.has(id);
  }

  /** Documents in the space. */
  get size(): number {
    return this.#inSpace.size;
  }

  /** Sets the encoder, whose space is empty, and what is known of its vectors, by document id. */
  open(choice: EncoderChoice, known: ReadonlyMap<string, Float32Array<ArrayBuffer>>): void {
    this.#choice = choice;
    this.#vectors.clear();
    this.#passages.clear();
    this.absent = new Set();
    this.#inSpace.clear();
    this.#declined.clear();
    this.#zeroRows.clear();
    for (const [id, vectors] of known) this.#keep(id, vectors, choice);
    this.failure = null;
    this.unplaced = { passages: 0, documents: 0 };
    this.waiting = this.#corpus?.documents.size ?? 0;
    this.space++;
    if (this.revision > 0) this.revision++;
  }

  /** `encoderKey` and dimensions of the vectors; null before there is an encoder. */
  get encoder(): { readonly key: string; readonly dims: number } | null {
    return this.#choice && { key: encoderKey(this.#choice.spec), dims: this.#choice.spec.dims };
  }

  /** A corpus with the passages that documents have in this space; follows `revision`. */
  inSpace(corpus: Corpus): Corpus {
    void this.revision;
    if (this.#passages.size === 0) return corpus;
    const documents = Array.from(corpus.documents, ([id, document]) => {
      const passages = this.#passages.get(id);
      return [id, passages ? { ...document, passages } : document] as const;
    });
    return { ...corpus, documents: new Map(documents) };
  }

  /** The vectors of a document; undefined where it is not embedded yet. */
  vectorsOf(id: string): Float32Array<ArrayBuffer> | undefined {
    return this.#vectors.get(id);
  }

  /** Takes in vectors that come from the encoder in use, so that nothing has to be embedded for them. */
  adopt(vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>): void {
    for (const [id, rows] of vectors) if (this.#choice) this.#keep(id, rows, this.#choice);
  }

  /** Stops, and waits until nothing of this is under way any more; as many `resume`s go on. */
  async halt(): Promise<void> {
    this.#halts++;
    this.#abort?.abort();
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway);
  }

  /** Brings the space in line with a corpus: removes, adds what has vectors, embeds the rest. */
  async sync(corpus: Corpus): Promise<void> {
    this.#corpus = corpus;
    if (this.#halts === 0) await this.#track(this.#bringIn());
  }

  async #bringIn(): Promise<void> {
    try {
      await this.#flush();
      if (!this.#abort) await this.#embedMissing();
    } catch (thrown) {
      this.#stopped(AppError.from(thrown));
    }
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#underway.add(work);
    await work.finally(() => this.#underway.delete(work));
  }

  /** Embeds what is waiting, after a cancel, a failure or a halt. */
  async resume(): Promise<void> {
    this.#halts = Math.max(0, this.#halts - 1);
    this.#declined.clear();
    if (this.#corpus) await this.sync(this.#corpus);
  }

  /** Looks again for what the space lacked, after more vectors came along. */
  async reconsider(): Promise<void> {
    this.absent = new Set();
    if (this.#corpus) await this.sync(this.#corpus);
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Corrects the space in another way; what is in it stays. */
  async correct(correction: CorrectionName): Promise<void> {
    const working = this.#engine.correctSpace(correction).then(
      (changed) => {
        if (!changed) return;
        this.space++;
        if (this.revision > 0) this.revision++;
      },
      (thrown: unknown) => this.#notices.error(AppError.from(thrown)),
    );
    await this.#track(working);
  }

  #keep(id: string, vectors: Float32Array<ArrayBuffer>, { spec }: EncoderChoice): void {
    this.#vectors.set(id, vectors);
    this.#zeroRows.count(id, vectors, spec.dims);
  }

  async #flush(): Promise<void> {
    const corpus = this.#corpus ?? EMPTY_CORPUS;
    const { documents } = corpus;
    const twins = allTwins(corpus);
    const remove = [...this.#inSpace].filter((id) => !documents.has(id));
    const add = [...documents.values()].flatMap((document) => {
      const vectors = this.#vectors.get(document.id);
      return vectors && !this.#inSpace.has(document.id)
        ? [{ ...this.#cut(document), vectors, twin: twins.get(document.id) ?? null }]
        : [];
    });
    const absent = [...this.absent].filter((id) => documents.has(id));
    if (absent.length < this.absent.size) this.absent = new Set(absent);
    for (const id of remove) this.#inSpace.delete(id);
    for (const { id } of add) this.#inSpace.add(id);
    this.waiting = documents.size - this.#inSpace.size - this.absent.size;
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

  #cut(document: Document): Document {
    const passages = this.#passages.get(document.id);
    return passages ? { ...document, passages } : document;
  }

  /** Counts anew, and says so if there are more than before. */
  #tellOfUnplaced(): void {
    const before = this.unplaced;
    this.unplaced = this.#zeroRows.among(this.#inSpace);
    if (this.unplaced.passages > before.passages) {
      this.#notices.show({ kind: 'unknown-words', ...this.unplaced });
    }
  }

  async #embedMissing(): Promise<void> {
    const choice = this.#choice;
    for (let missing = this.#missing(); choice && missing.length > 0; missing = this.#missing()) {
      this.failure = null;
      const { signal } = (this.#abort = new AbortController());
      // The texts of a large corpus are gathered after it is drawn.
      await rest();
      if (choice.spec.kind === 'given') await this.#find(choice, missing);
      else await this.#embed(choice, missing, signal);
      await this.#flush();
      if (signal.aborted) throw new AppError('cancelled', {});
    }
    this.#abort = null;
    this.progress = null;
  }

  #missing(): Document[] {
    const documents = [...(this.#corpus?.documents.values() ?? [])];
    return documents.filter(
      ({ id }) => !this.#vectors.has(id) && !this.#declined.has(id) && !this.absent.has(id),
    );
  }

  /** Takes what came along for some documents; the others are not in this space. */
  async #find(choice: EncoderChoice, documents: readonly Document[]): Promise<void> {
    const found = await this.#given.of(choice.spec, documents);
    const lacking: string[] = [];
    for (const { id } of documents) {
      const rows = found.get(id);
      if (rows?.vectors.length === choice.spec.dims * (rows?.passages.length ?? 0)) {
        this.#passages.set(id, rows.passages);
        this.#keep(id, rows.vectors, choice);
      } else lacking.push(id);
    }
    this.absent = new Set([...this.absent, ...lacking]);
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
    const flush = this.#flush().catch((thrown: unknown) => {
      this.#notices.error(AppError.from(thrown));
    });
    void this.#track(flush);
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
