import { documentId } from '../core/corpus/identity.ts';
import type { Document } from '../core/corpus/model.ts';
import type { EncoderSpec } from '../core/encoders/encoder.ts';
import { specOfKey, type GivenRows } from '../core/encoders/given.ts';
import { AppError } from '../core/errors.ts';
import type { GivenStore } from '../core/project/given-store.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import type { Notices } from './notices.svelte.ts';
import { rest } from '../platform/rest.ts';

/** An encoder of which only vectors are here. Its key is `spec.id`. */
export interface GivenEncoder extends EncoderChoice {
  readonly place: { readonly at: 'elsewhere' };
  /** That have vectors in its space. */
  readonly documents: number;
  /** Whether it will be there after a reload. */
  readonly stored: boolean;
}

type Rows = ReadonlyMap<string, GivenRows>;
const PLACE = { at: 'elsewhere' } as const;
/** Texts hashed between two rests of the page. */
const SLICE = 50;

/**
 * Vectors that came along with documents, by the spaces that they belong to. They are kept on this
 * machine; where that fails they last as long as the page, which is said.
 */
export class Given {
  spaces = $state.raw<readonly GivenEncoder[]>([]);

  readonly #store: GivenStore;
  readonly #notices: Notices;
  readonly #leave: (key: string) => Promise<boolean>;
  /** Spaces that could not be stored, by key. */
  readonly #unstored = new Map<string, { dims: number; rows: Map<string, GivenRows> }>();
  /** Rows of the stored space that was asked for last. */
  #latest: { key: string; rows: Promise<Map<string, GivenRows>> } | null = null;
  #writes = 0;

  /** @param leave goes back to the site's encoder if a space is in use; false if that fails */
  constructor(store: GivenStore, notices: Notices, leave: (key: string) => Promise<boolean>) {
    this.#store = store;
    this.#notices = notices;
    this.#leave = leave;
  }

  /** Takes in which spaces this machine keeps. */
  async open(): Promise<void> {
    await this.#list();
  }

  /** Whether closing the page now would lose vectors. */
  get atRisk(): boolean {
    return this.#writes + this.#unstored.size > 0;
  }

  /** Adds what documents have in a space, which is new or known. */
  async add(spec: EncoderSpec, rows: Rows): Promise<GivenEncoder> {
    const key = spec.id;
    this.#writes++;
    try {
      if (this.#latest?.key === key)
        for (const each of rows) (await this.#latest.rows).set(...each);
      const kept = this.#unstored.get(key);
      if (kept) for (const [id, its] of rows) kept.rows.set(id, its);
      else await this.#save(spec, rows);
    } finally {
      this.#writes--;
    }
    await this.#list();
    const added = this.spaces.find((space) => space.spec.id === key);
    return added ?? { spec, place: PLACE, documents: rows.size, stored: false };
  }

  /** What some documents have in a space; one that was moved to the other role keeps its vectors. */
  async of(spec: EncoderSpec, documents: readonly Document[]): Promise<Rows> {
    const rows = await this.#rows(spec.id);
    const found = new Map<string, GivenRows>();
    const moved: Document[] = [];
    for (const document of documents) {
      const its = rows.get(document.id);
      if (its) found.set(document.id, its);
      else moved.push(document);
    }
    for (const [at, { id, role, text }] of moved.entries()) {
      if (rows.size === found.size) break;
      const other = role === 'training' ? 'evaluation' : 'training';
      const its = rows.get(documentId(other, text));
      if (its) found.set(id, its);
      if (at % SLICE === SLICE - 1) await rest();
    }
    return found;
  }

  /** Removes a space; the page goes back to the site's encoder if it was in use. */
  async remove({ spec }: GivenEncoder): Promise<void> {
    if (await this.#leave(spec.id)) await this.#forget(spec.id);
  }

  /** Removes all spaces. */
  async clear(): Promise<void> {
    for (const { spec } of this.spaces) await this.#leave(spec.id);
    await this.#forget(null);
  }

  async #forget(key: string | null): Promise<void> {
    this.#latest = null;
    if (key === null) this.#unstored.clear();
    else this.#unstored.delete(key);
    try {
      await this.#store.remove(key);
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
    await this.#list();
  }

  async #save(spec: EncoderSpec, rows: Rows): Promise<void> {
    const { id: key, dims } = spec;
    const known = this.spaces.some((space) => space.spec.id === key);
    try {
      await this.#store.add({ key, dims }, rows);
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
      const before = known ? await this.#rows(key).catch(() => new Map<string, GivenRows>()) : [];
      this.#unstored.set(key, { dims, rows: new Map([...before, ...rows]) });
      if (!known) await this.#store.remove(key).catch(() => {});
    }
  }

  async #rows(key: string): Promise<Map<string, GivenRows>> {
    const unstored = this.#unstored.get(key);
    if (unstored) return unstored.rows;
    if (this.#latest?.key !== key) {
      const rows = this.#store.rows(key).then((found) => new Map(found));
      rows.catch(() => (this.#latest = null));
      this.#latest = { key, rows };
    }
    return this.#latest.rows;
  }

  async #list(): Promise<void> {
    let stored: readonly GivenEncoder[] = [];
    try {
      stored = (await this.#store.spaces()).map(({ key, dims, documents }) => ({
        spec: specOfKey(key, dims),
        place: PLACE,
        documents,
        stored: true,
      }));
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
    const unstored = Array.from(this.#unstored, ([key, { dims, rows }]) => ({
      spec: specOfKey(key, dims),
      place: PLACE,
      documents: rows.size,
      stored: false,
    }));
    const kept = stored.filter(({ spec }) => !this.#unstored.has(spec.id));
    this.spaces = [...kept, ...unstored];
  }
}
