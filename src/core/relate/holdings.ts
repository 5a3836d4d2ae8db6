import type { Role } from '../corpus/model.ts';
import { AppError } from '../errors.ts';
import type { Placed } from './placed.ts';

/** The documents of the space by id, in insertion order, and beside them at most one probe. */
export class Holdings {
  /** A scenario that is typed on the spot: found by its id, and in no list. */
  probe: Placed | null = null;
  readonly #documents = new Map<string, Placed>();
  /** Who names a document as its twin: one that came before the other did not know of it. */
  readonly #namedBy = new Map<string, string>();
  #revision = 0;

  /** Grows with every change of the corpus. */
  get revision(): number {
    return this.#revision;
  }

  /** Puts a document in, at the place of one with its id. */
  set(document: Placed): void {
    const { id, twin } = document.source;
    this.#documents.set(id, document);
    if (twin) this.#namedBy.set(twin, id);
    this.#revision++;
  }

  delete(id: string): void {
    this.#documents.delete(id);
    this.#revision++;
  }

  /** Document of the corpus with an id. */
  find(id: string): Placed | undefined {
    return this.#documents.get(id);
  }

  /**
   * A document of the corpus, or the probe where a scenario will do.
   *
   * @throws AppError `unexpected` if there is none, or none of this role
   */
  get(id: string, role?: Role): Placed {
    const document = this.#documents.get(id);
    if (document && (!role || document.source.role === role)) return document;
    if (this.probe?.source.id === id && role === 'evaluation') return this.probe;
    throw new AppError('unexpected', { message: `no ${role ?? 'document'} ${id}` });
  }

  all(role?: Role): Placed[] {
    const documents = [...this.#documents.values()];
    return role ? documents.filter(({ source }) => source.role === role) : documents;
  }

  /** The training document that is this one's twin by the word of either, if it is here. */
  twinOf({ source }: Placed): Placed | null {
    const twin = this.#documents.get(source.twin ?? this.#namedBy.get(source.id) ?? '');
    return twin?.source.role === 'training' ? twin : null;
  }
}
