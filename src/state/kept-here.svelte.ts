import { AppError } from '../core/errors.ts';
import type { Document } from '../core/corpus/model.ts';
import { askToPersist, storageRoom, type StorageRoom } from '../platform/storage.ts';
import type { IndexedVectorStore, VectorCount } from '../platform/vector-store.ts';
import type { Encoders } from './encoders.svelte.ts';
import type { Given } from './given.svelte.ts';
import type { HubModels } from './hub-models.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { OwnAxes } from './own-axes.svelte.ts';
import type { Session } from './session.svelte.ts';

/** The reader's own documents of one group. */
export interface OwnGroup {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly Document[];
  readonly chars: number;
}

/** What else holds something that is kept in this browser. */
export interface Holders {
  readonly session: Session;
  readonly encoders: Encoders;
  readonly hub: HubModels;
  readonly axes: OwnAxes;
  readonly given: Given;
}

/** What this browser keeps of the page, and how it is freed. */
export class KeptHere {
  /** Null until it was looked up, and where the browser does not tell. */
  room = $state.raw<StorageRoom | null>(null);
  vectors = $state.raw<readonly VectorCount[]>([]);
  /** Whether the browser was asked to keep all, and refused. */
  refused = $state(false);
  /** Whether everything is being freed. */
  freeing = $state(false);

  readonly #notices: Notices;
  readonly #store: Pick<IndexedVectorStore, 'census' | 'remove' | 'clear'>;
  readonly #holders: Holders;

  readonly groups: readonly OwnGroup[] = $derived.by(() => this.#ownGroups());

  constructor(
    notices: Notices,
    store: Pick<IndexedVectorStore, 'census' | 'remove' | 'clear'>,
    holders: Holders,
  ) {
    this.#notices = notices;
    this.#store = store;
    this.#holders = holders;
  }

  /** Looks everything up anew. */
  async refresh(): Promise<void> {
    await this.#said(async () => {
      await this.#holders.hub.refresh();
      [this.room, this.vectors] = await Promise.all([storageRoom(), this.#store.census()]);
    });
  }

  /** Asks the browser to keep all until it is removed here. */
  async persist(): Promise<void> {
    await this.#said(async () => {
      this.refused = !(await askToPersist());
      this.room = await storageRoom();
    });
  }

  /** Frees the vectors of an encoder; texts are embedded anew when they are needed in another visit. */
  async freeVectors(encoder: string | null): Promise<void> {
    await this.#said(() => this.#store.remove(encoder));
    await this.refresh();
  }

  /** Removes documents, which undo brings back. */
  removeDocuments(documents: readonly Document[]): void {
    if (documents.length === 0) return;
    const { session } = this.#holders;
    session.run({ type: 'remove-documents', ids: documents.map(({ id }) => id) });
    const { corpus } = session;
    this.#notices.show({ kind: 'removed', documents: documents.length, corpus });
  }

  /** Frees all: models, what was begun of them, vectors, documents and axes. */
  async freeAll(): Promise<void> {
    const { encoders, hub, axes, given } = this.#holders;
    this.freeing = true;
    for (const model of encoders.kept) await encoders.remove(model);
    await hub.refresh();
    for (const model of hub.unfinished) await hub.discard(model);
    this.removeDocuments(this.groups.flatMap(({ documents }) => documents));
    for (const id of axes.all.keys()) axes.delete(id);
    await given.clear();
    await this.#said(() => this.#store.clear());
    this.freeing = false;
    await this.refresh();
  }

  #ownGroups(): OwnGroup[] {
    const { groups, documents } = this.#holders.session.corpus;
    const own = [...documents.values()].filter(({ origin }) => origin === 'own');
    const byGroup = Map.groupBy(own, ({ group }) => group);
    return Array.from(byGroup, ([id, members]) => ({
      id,
      name: groups.get(id)?.name ?? '',
      documents: members,
      chars: members.reduce((sum, { text }) => sum + text.length, 0),
    }));
  }

  async #said(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }
}
