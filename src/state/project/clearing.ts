import { AppError } from '../../core/errors.ts';
import type { OwnAxis } from '../../core/stance/own-axis.ts';
import { IndexedVectorStore } from '../../platform/vector-store.ts';
import type { Notices } from '../notices.svelte.ts';
import { forgetSituation } from '../probe.svelte.ts';
import type { Session } from '../session.svelte.ts';
import type { ProjectParts } from './parts.ts';

/** What `clear` took away: ids of documents, and axes. */
interface Cleared {
  readonly ids: readonly string[];
  readonly axes: readonly OwnAxis[];
}
const NOTHING_CLEARED: Cleared = { ids: [], axes: [] };

/** Removes all that is the reader's own, and brings it back. */
export class Clearing {
  readonly #session: Session;
  readonly #parts: ProjectParts;
  readonly #notices: Notices;
  #cleared = NOTHING_CLEARED;

  constructor(session: Session, parts: ProjectParts, notices: Notices) {
    this.#session = session;
    this.#parts = parts;
    this.#notices = notices;
    session.onChange(({ documents }) => {
      const back = new Set(documents.put.map(({ id }) => id));
      if (this.#cleared.ids.some((id) => back.has(id))) this.#bringBackAxes();
    });
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
    forgetSituation();
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
}
