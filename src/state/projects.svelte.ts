import type { Command } from '../core/corpus/commands.ts';
import type { Document } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import {
  documentLine,
  headLines,
  PROJECT_EXTENSION,
  type ProjectHead,
} from '../core/project/project-file.ts';
import { decodeView, encodeView } from '../core/project/view.ts';
import { specOfKey, type GivenRows } from '../core/encoders/given.ts';
import type { OwnAxis } from '../core/stance/own-axis.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import { IndexedVectorStore } from '../platform/vector-store.ts';
import type { Embeddings } from './embeddings.svelte.ts';
import type { Encoders } from './encoders.svelte.ts';
import type { Given } from './given.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { noContent, takePart, type ProjectContent } from './project-content.ts';
import type { OwnAxes } from './own-axes.svelte.ts';
import { rest } from '../platform/rest.ts';
import type { Session } from './session.svelte.ts';
import { rememberSituation } from './situation-memory.ts';

/** Documents written between two rests of the page: a few milliseconds. */
const SLICE = 50;

/** What `clear` took away: ids of documents, and axes. */
interface Cleared {
  readonly ids: readonly string[];
  readonly axes: readonly OwnAxis[];
}
const NOTHING_CLEARED: Cleared = { ids: [], axes: [] };

export function isProject(name: string): boolean {
  return name.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`);
}

/** What a project is made of besides documents and groups. */
export interface ProjectParts {
  readonly axes: OwnAxes;
  readonly embeddings: Embeddings;
  readonly encoders: Encoders;
  readonly given: Given;
}

/** The whole of what is open: saved as one file, opened from one, or removed. */
export class Projects {
  /** A file is being written. */
  saving = $state(false);

  readonly #engine: Engine;
  readonly #session: Session;
  readonly #parts: ProjectParts;
  readonly #notices: Notices;
  readonly #demo: () => ReadonlyMap<string, Document>;
  #cleared = NOTHING_CLEARED;
  /** By the command that opened a project, the axes that it brought: as they are now, or were when it was undone. */
  readonly #brought = new WeakMap<Command, readonly OwnAxis[]>();

  /** @param demo the documents that the site ships, by id */
  constructor(
    engine: Engine,
    session: Session,
    parts: ProjectParts,
    notices: Notices,
    demo: () => ReadonlyMap<string, Document>,
  ) {
    this.#engine = engine;
    this.#session = session;
    this.#parts = parts;
    this.#notices = notices;
    this.#demo = demo;
    session.onChange(({ documents }) => {
      const back = new Set(documents.put.map(({ id }) => id));
      if (this.#cleared.ids.some((id) => back.has(id))) this.#bringBackAxes();
    });
    session.onStep((command, step) => {
      const brought = this.#brought.get(command);
      if (!brought) return;
      const { axes } = this.#parts;
      if (step === 'redo') axes.putAll(brought);
      else this.#brought.set(command, axes.removeAll(brought.map(({ id }) => id)));
    });
  }

  /** What is open as a project file, which opens without any model; null before there is an encoder. */
  async save(): Promise<Blob | null> {
    const { axes, embeddings, given } = this.#parts;
    const { encoder } = embeddings;
    const { corpus, view } = this.#session;
    if (!encoder) return null;
    this.saving = true;
    try {
      const documents = [...corpus.documents.values()];
      const specs = given.spaces.map(({ spec }) => spec);
      const spaces = specs.map(({ id: key, dims }) => ({ key, dims }));
      const rows: ReadonlyMap<string, GivenRows>[] = [];
      for (const spec of specs) rows.push(await given.of(spec, documents));
      const own = spaces.every(({ key }) => key !== encoder.key);
      const head = { encoder: encoder.key, dims: encoder.dims, view: encodeView(view), spaces };
      const parts = [headLines(head, corpus, [...axes.all.values()])];
      for (let start = 0; start < documents.length; start += SLICE) {
        const lines = documents.slice(start, start + SLICE).map((document, index) => {
          const { id } = document;
          const vectors = own ? (embeddings.vectorsOf(id) ?? null) : null;
          const its = rows.map((each) => each.get(id) ?? null);
          return documentLine({ document, vectors, given: its }, start + index);
        });
        parts.push(lines.join(''));
        await rest();
      }
      return new Blob(parts, { type: 'application/x-ndjson' });
    } finally {
      this.saving = false;
    }
  }

  /** Opens a project file in the place of what is open, which undo brings back, its axes taken out again. */
  async open(file: DroppedFile): Promise<void> {
    try {
      let content = noContent();
      const head = await this.#engine.ingest.persist(() => {
        content = noContent();
        return this.#engine.ingest.attempt('openProject', file, {
          onProgress: (part) => takePart(content, part),
        });
      });
      await this.#enter(head, content);
      for (const problem of content.problems) this.#notices.error(problem);
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** Whether there is anything to `clear`. */
  get hasOwn(): boolean {
    if (this.#parts.axes.all.size > 0) return true;
    return [...this.#session.corpus.documents.values()].some(({ origin }) => origin === 'own');
  }

  /**
   * Removes the reader's own documents and axes, and every vector kept on this machine. What was read
   * can be brought back until the page is closed, by `unclear` or, with documents among it, by undo;
   * vectors that came along cannot.
   */
  async clear(): Promise<void> {
    const own = [...this.#session.corpus.documents.values()].filter(
      ({ origin }) => origin === 'own',
    );
    const ids = own.map(({ id }) => id);
    this.#session.run({ type: 'remove-documents', ids });
    this.#cleared = { ids, axes: this.#parts.axes.clear() };
    const { corpus } = this.#session;
    const axes = this.#cleared.axes.length;
    this.#notices.show({ kind: 'cleared', documents: own.length, axes, corpus });
    rememberSituation(null);
    // What is being embedded would be kept after the store was emptied.
    await this.#parts.embeddings.halt();
    try {
      await this.#parts.given.clear();
      await new IndexedVectorStore().clear();
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    } finally {
      void this.#parts.embeddings.resume();
    }
  }

  /** Brings back what was removed by `clear`. */
  unclear(): void {
    if (this.#cleared.ids.length > 0) this.#session.undo();
    else this.#bringBackAxes();
  }

  #bringBackAxes(): void {
    const { axes } = this.#parts;
    axes.putAll(this.#cleared.axes.filter(({ id }) => !axes.all.has(id)));
    this.#cleared = NOTHING_CLEARED;
  }

  async #enter(head: ProjectHead, content: ProjectContent): Promise<void> {
    const { axes, embeddings, encoders } = this.#parts;
    const shipped = this.#demo();
    // What another release shipped is the reader's own here, or the next visit would not find it.
    const documents = content.documents.map((document) => {
      const origin = shipped.has(document.id) ? ('demo' as const) : ('own' as const);
      return { ...document, origin };
    });
    await this.#keepGiven(head, content);
    await this.#changeEncoder(head, content);
    const same = head.encoder === embeddings.encoder?.key;
    if (same && !encoders.elsewhere) embeddings.adopt(content.vectors);
    const command = { type: 'open-project', documents, groups: content.groups } as const;
    this.#session.run(command);
    const before = axes.all;
    const ids = axes.adopt(content.axes);
    this.#brought.set(
      command,
      [...axes.all.values()].filter(({ id }) => !before.has(id)),
    );
    const { view } = decodeView(head.view);
    this.#session.show({ ...view, axis: (view.axis && ids.get(view.axis)) ?? view.axis });
    // Documents that were here already may have got vectors.
    void embeddings.reconsider();
    const { corpus } = this.#session;
    this.#notices.show({ kind: 'added', documents: documents.length, already: 0, corpus });
  }

  async #keepGiven({ spaces }: ProjectHead, { given }: ProjectContent): Promise<void> {
    for (const [at, { key, dims }] of spaces.entries()) {
      const rows = given[at];
      if (rows && rows.size > 0) await this.#parts.given.add(specOfKey(key, dims), rows);
    }
  }

  /**
   * Changes to the encoder that the file was made with where only its vectors can be used: they came
   * along, or no encoder of that key is here. Leaves a space that nothing can be embedded into.
   */
  async #changeEncoder(
    { encoder: key, dims }: ProjectHead,
    content: ProjectContent,
  ): Promise<void> {
    const { embeddings, encoders, given } = this.#parts;
    const here = encoders.find(key);
    if (!here && content.rows.size > 0) await given.add(specOfKey(key, dims), content.rows);
    if (key === embeddings.encoder?.key) return;
    const space = here ?? given.spaces.find(({ spec }) => spec.id === key);
    const stay = here && !encoders.elsewhere;
    const next = space ?? (encoders.elsewhere && encoders.offered[0]);
    if (next && !stay) await encoders.use(next);
  }
}
