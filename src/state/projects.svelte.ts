import type { Document, Group } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import {
  documentLine,
  headLines,
  PROJECT_EXTENSION,
  type ProjectHead,
} from '../core/project/project-file.ts';
import { decodeView, encodeView } from '../core/project/view.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import { IndexedVectorStore } from '../platform/vector-store.ts';
import type { Embeddings } from './embeddings.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Session } from './session.svelte.ts';

/** Documents written between two rests of the page: a few milliseconds. */
const SLICE = 50;

export function isProject(name: string): boolean {
  return name.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`);
}

/** The whole of what is open: saved as one file, opened from one, or removed. */
export class Projects {
  /** A file is being written. */
  saving = $state(false);

  readonly #engine: Engine;
  readonly #session: Session;
  readonly #embeddings: Embeddings;
  readonly #notices: Notices;
  readonly #demo: () => ReadonlyMap<string, Document>;

  /** @param demo the documents that the site ships, by id */
  constructor(
    engine: Engine,
    session: Session,
    embeddings: Embeddings,
    notices: Notices,
    demo: () => ReadonlyMap<string, Document>,
  ) {
    this.#engine = engine;
    this.#session = session;
    this.#embeddings = embeddings;
    this.#notices = notices;
    this.#demo = demo;
  }

  /** What is open as a project file, which opens without any model; null before there is an encoder. */
  async save(): Promise<Blob | null> {
    const { encoder } = this.#embeddings;
    const { corpus, view } = this.#session;
    if (!encoder) return null;
    this.saving = true;
    try {
      const head = { encoder: encoder.key, dims: encoder.dims, view: encodeView(view) };
      const parts = [headLines(head, corpus)];
      const documents = [...corpus.documents.values()];
      for (let start = 0; start < documents.length; start += SLICE) {
        const lines = documents.slice(start, start + SLICE).map((document, index) => {
          const vectors = this.#embeddings.vectorsOf(document.id) ?? null;
          return documentLine({ document, vectors }, start + index);
        });
        parts.push(lines.join(''));
        await rest();
      }
      return new Blob(parts, { type: 'application/x-ndjson' });
    } finally {
      this.saving = false;
    }
  }

  /** Opens a project file in the place of what is open, which undo brings back. */
  async open(file: DroppedFile): Promise<void> {
    let documents: Document[] = [];
    let groups: Group[] = [];
    const vectors = new Map<string, Float32Array<ArrayBuffer>>();
    try {
      const problems: AppError[] = [];
      const head = await this.#engine.ingest.persist(() => {
        [documents, groups] = [[], []];
        vectors.clear();
        problems.length = 0;
        return this.#engine.ingest.attempt('openProject', file, {
          onProgress: (part) => {
            groups = [...groups, ...part.groups];
            for (const { document, vectors: rows } of part.documents) {
              documents.push(document);
              if (rows) vectors.set(document.id, rows);
            }
            problems.push(...part.problems.map((record) => AppError.fromRecord(record)));
          },
        });
      });
      this.#enter(head, documents, groups, vectors);
      for (const problem of problems) this.#notices.error(problem);
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** Removes the reader's own documents, and every vector kept on this machine. Undo brings the documents back. */
  async clear(): Promise<void> {
    const own = [...this.#session.corpus.documents.values()].filter(
      ({ origin }) => origin === 'own',
    );
    this.#session.run({ type: 'remove-documents', ids: own.map(({ id }) => id) });
    const { corpus } = this.#session;
    this.#notices.show({ kind: 'removed', documents: own.length, corpus });
    try {
      await new IndexedVectorStore().clear();
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  #enter(
    head: ProjectHead,
    found: readonly Document[],
    groups: readonly Group[],
    vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>,
  ): void {
    const shipped = this.#demo();
    // What another release shipped is the reader's own here, or the next visit would not find it.
    const documents = found.map((document) => {
      const origin = shipped.has(document.id) ? ('demo' as const) : ('own' as const);
      return { ...document, origin };
    });
    if (head.encoder === this.#embeddings.encoder?.key) this.#embeddings.adopt(vectors);
    this.#session.run({ type: 'open-project', documents, groups });
    this.#session.show(decodeView(head.view).view);
    const { corpus } = this.#session;
    this.#notices.show({ kind: 'added', documents: documents.length, already: 0, corpus });
  }
}

/** Lets the page draw and answer. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
