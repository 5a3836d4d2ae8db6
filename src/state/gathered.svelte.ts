import type { Document } from '../core/corpus/model.ts';
import type { Session } from './session.svelte.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Documents gathered by hand, by lasso or from a list, to do something with all of them. Beside the
 * one document or pair that is read; never part of a link.
 */
export class Gathered {
  /** As they were gathered; some may have been removed since. */
  #ids = $state.raw(NONE);
  readonly #session: Session;

  /** Those that are in the corpus. */
  readonly ids: ReadonlySet<string> = $derived.by(() => {
    const { documents } = this.#session.corpus;
    const present = [...this.#ids].filter((id) => documents.has(id));
    return present.length === this.#ids.size ? this.#ids : new Set(present);
  });
  /** In the order of the corpus. */
  readonly documents: readonly Document[] = $derived.by(() =>
    this.ids.size === 0
      ? []
      : [...this.#session.corpus.documents.values()].filter(({ id }) => this.ids.has(id)),
  );

  constructor(session: Session) {
    this.#session = session;
  }

  /** Gathers these and no others. */
  set(ids: Iterable<string>): void {
    this.#ids = new Set(ids);
  }

  /** Gathers these as well. */
  add(ids: Iterable<string>): void {
    this.#ids = new Set([...this.ids, ...ids]);
  }

  /** Gathers a document, or lets it go. */
  toggle(id: string): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.#ids = next;
  }

  clear(): void {
    this.#ids = NONE;
  }
}
