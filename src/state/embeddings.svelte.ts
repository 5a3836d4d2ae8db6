import { EMPTY_CORPUS, type Corpus, type Document } from '../core/corpus/model.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { CorrectionName } from '../core/space/correction.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import { runEmbedding, type EmbeddingProgress } from './embedding-run.ts';
import { findGiven, NOTHING_GIVEN, type GivenSource } from './given-source.ts';
import { KnownVectors } from './known-vectors.ts';
import type { Notices, Unplaced } from './notices.svelte.ts';
import { rest } from '../platform/rest.ts';
import { SpaceDocuments } from './space-documents.ts';
import { Underway } from './underway.ts';

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
  /** Ids of those that the space cannot hold: only vectors that came along are there, and none of them. */
  absent = $state.raw<ReadonlySet<string>>(new Set());
  /** Grows whenever the analysis space changes. */
  revision = $state(0);
  /** Grows whenever all vectors of the space change, with `revision`. */
  space = 0;
  /** How its vectors are corrected, as far as that is done; follows `revision`. */
  correction = $state.raw<CorrectionName>('centre');
  /** What of the corpus has no direction in the space. */
  unplaced = $state.raw<Unplaced>({ passages: 0, documents: 0 });

  readonly #engine: Engine;
  readonly #notices: Notices;
  readonly #given: GivenSource;
  readonly #known = new KnownVectors();
  readonly #space: SpaceDocuments;
  /** Halted by those who want that nothing is embedded and nothing enters the space: an encoder that is changed. */
  readonly #underway = new Underway();
  /** What was waiting when a run was cancelled or failed: left alone until the reader resumes. */
  readonly #declined = new Set<string>();
  #choice: EncoderChoice | null = null;
  #corpus: Corpus | null = null;
  #abort: AbortController | null = null;

  constructor(engine: Engine, notices: Notices, given: GivenSource = NOTHING_GIVEN) {
    this.#engine = engine;
    this.#space = new SpaceDocuments(engine);
    this.#notices = notices;
    this.#given = given;
  }

  /** Whether the analysis can be asked about a document; follows `revision`. */
  has(id: string): boolean {
    return this.revision > 0 && this.#space.ids.has(id);
  }

  /** Documents in the space. */
  get size(): number {
    return this.#space.ids.size;
  }

  /** Sets the encoder, whose space is empty, and what is known of its vectors, by document id. */
  open(choice: EncoderChoice, known: ReadonlyMap<string, Float32Array<ArrayBuffer>>): void {
    this.#choice = choice;
    this.#known.clear();
    this.absent = new Set();
    this.#space.clear();
    this.#declined.clear();
    this.adopt(known);
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
    return this.#known.cutAll(corpus);
  }

  /** The vectors of a document; undefined where it is not embedded yet. */
  vectorsOf(id: string): Float32Array<ArrayBuffer> | undefined {
    return this.#known.of(id);
  }

  /** Takes in vectors that come from the encoder in use, so that nothing has to be embedded for them. */
  adopt(vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>): void {
    const dims = this.#choice?.spec.dims;
    if (dims !== undefined) for (const [id, rows] of vectors) this.#known.keep(id, rows, dims);
  }

  /** Stops, and waits until nothing of this is under way any more; as many `resume`s go on. */
  async halt(): Promise<void> {
    const halted = this.#underway.halt();
    this.#abort?.abort();
    await halted;
  }

  /** Brings the space in line with a corpus: removes, adds what has vectors, embeds the rest. */
  async sync(corpus: Corpus): Promise<void> {
    this.#corpus = corpus;
    if (!this.#underway.halted) await this.#underway.track(this.#bringIn());
  }

  async #bringIn(): Promise<void> {
    try {
      // A large corpus is drawn before it is looked through.
      await rest();
      if (this.#underway.halted) return;
      await this.#flush();
      if (!this.#abort) await this.#embedMissing();
    } catch (thrown) {
      this.#stopped(AppError.from(thrown));
    }
  }

  /** Embeds what is waiting, after a cancel, a failure or a halt. */
  async resume(): Promise<void> {
    this.#underway.resume();
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
        this.correction = correction;
        if (!changed) return;
        this.space++;
        if (this.revision > 0) this.revision++;
      },
      (thrown: unknown) => this.#notices.error(AppError.from(thrown)),
    );
    await this.#underway.track(working);
  }

  async #flush(): Promise<void> {
    const corpus = this.#corpus ?? EMPTY_CORPUS;
    const { documents } = corpus;
    const update = this.#space.missing(corpus, this.#known);
    const absent = [...this.absent].filter((id) => documents.has(id));
    if (absent.length < this.absent.size) this.absent = new Set(absent);
    const made = this.#space.make(update);
    this.waiting = documents.size - this.#space.ids.size - this.absent.size;
    if (update.add.length + update.remove.length === 0) return;
    try {
      await made;
    } catch (thrown) {
      this.waiting += update.add.length;
      throw thrown;
    }
    this.revision++;
    this.#tellOfUnplaced();
  }

  /** Counts anew, and says so if there are more than before. */
  #tellOfUnplaced(): void {
    const before = this.unplaced;
    this.unplaced = this.#known.unplacedAmong(this.#space.ids);
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
      ({ id }) => !this.#known.has(id) && !this.#declined.has(id) && !this.absent.has(id),
    );
  }

  /** Takes what came along for some documents; the others are not in this space. */
  async #find(choice: EncoderChoice, documents: readonly Document[]): Promise<void> {
    const lacking = await findGiven(this.#given, choice.spec, documents, this.#known);
    this.absent = new Set([...this.absent, ...lacking]);
  }

  async #embed(
    choice: EncoderChoice,
    documents: readonly Document[],
    signal: AbortSignal,
  ): Promise<void> {
    let unflushed = 0;
    const unkept = await runEmbedding(this.#engine.encoder, choice, documents, {
      signal,
      onProgress: (progress) => (this.progress = progress),
      onDocument: (id, vectors) => {
        this.#known.keep(id, vectors, choice.spec.dims);
        if (++unflushed % FLUSH_DOCUMENTS === 0) this.#flushAside();
      },
    });
    if (unkept) this.#notices.error(unkept);
  }

  #flushAside(): void {
    const flush = this.#flush().catch((thrown: unknown) => {
      this.#notices.error(AppError.from(thrown));
    });
    void this.#underway.track(flush);
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
