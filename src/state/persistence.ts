import type { Changes } from '../core/corpus/commands.ts';
import type { Corpus, Document } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import { assemble } from '../core/project/assemble.ts';
import type { Announcement, ProjectEdit, ProjectStore } from '../core/project/ports.ts';
import { storeDocument, storeGroup, type StoredDocument } from '../core/project/records.ts';
import { revive } from '../core/project/revive.ts';
import type { Notices } from './notices.svelte.ts';
import { rest } from '../platform/rest.ts';
import type { Session } from './session.svelte.ts';

/**
 * Keeps the session's corpus on this machine: writes what each command touched, and takes in what
 * other tabs write. If storage fails the session goes on in memory, says so, and tries again with
 * the next change.
 */
export class Persistence {
  readonly #store: ProjectStore;
  readonly #session: Session;
  readonly #notices: Notices;
  readonly #unsaved = { documents: new Set<string>(), groups: new Set<string>() };
  #demo: ReadonlySet<string> = new Set();
  #saving: Promise<void> = Promise.resolve();
  #saves = 0;
  /** Announcements are merged one after the other: a removal must not overtake the import before it. */
  #merging: Promise<void> = Promise.resolve();

  constructor(store: ProjectStore, session: Session, notices: Notices) {
    this.#store = store;
    this.#session = session;
    this.#notices = notices;
  }

  /** Opens the session with the demo as shipped and whatever this machine keeps. */
  async open(demo: Corpus): Promise<void> {
    this.#demo = new Set(demo.documents.keys());
    try {
      const stored = revive(await this.#store.load());
      for (const problem of stored.problems) this.#notices.error(problem);
      const corpus = assemble(demo, stored);
      this.#session.open(corpus);
      for (const id of stored.rechunked) this.#unsaved.documents.add(id);
      // A slot that was given now must be the group's at the next visit, too.
      const known = new Set([...demo.groups.values(), ...stored.groups]);
      const given = [...corpus.groups.values()].filter((group) => !known.has(group));
      for (const { id } of given) this.#unsaved.groups.add(id);
    } catch (thrown) {
      this.#session.open(demo);
      this.#notices.error(AppError.from(thrown));
      // What a later release wrote must not be overwritten, nor what cannot be read.
      this.#session.onChange((changes) => this.#touch(changes));
      return;
    }
    if (this.#unsaved.documents.size + this.#unsaved.groups.size > 0) this.#queueSave();
    this.#session.onChange((changes) => this.#changed(changes));
    this.#store.watch((announcement) => {
      this.#merging = this.#merging.then(() => this.#merge(announcement));
    });
  }

  /** Whether closing the page now would lose something. */
  get atRisk(): boolean {
    return this.#saves + this.#unsaved.documents.size + this.#unsaved.groups.size > 0;
  }

  #changed(changes: Changes): void {
    this.#touch(changes);
    this.#queueSave();
  }

  #queueSave(): void {
    this.#saves++;
    // The page draws what was changed before records are made of it.
    this.#saving = this.#saving
      .then(rest)
      .then(() => this.#save())
      .finally(() => this.#saves--);
  }

  #touch({ documents, groups }: Changes): void {
    for (const { id } of documents.put) this.#unsaved.documents.add(id);
    for (const id of documents.delete) this.#unsaved.documents.add(id);
    for (const { id } of groups.put) this.#unsaved.groups.add(id);
    for (const id of groups.delete) this.#unsaved.groups.add(id);
  }

  async #merge({ documents, groups }: Announcement): Promise<void> {
    try {
      const stored = await this.#store.read(documents.put);
      const { documents: put } = revive({ documents: stored, groups: [], settings: null });
      this.#session.merge({ documents: { put, delete: documents.delete }, groups });
      this.#notices.show({ kind: 'merged-from-tab' });
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  async #save(): Promise<void> {
    const { documents, groups } = this.#unsaved;
    const [documentIds, groupIds] = [[...documents], [...groups]];
    const edit = this.#edit(documentIds, groupIds);
    documents.clear();
    groups.clear();
    try {
      await this.#store.save(edit);
      const { groups: known } = this.#session.corpus;
      const gone = new Set(edit.documents.delete);
      this.#store.announce({
        documents: {
          put: documentIds.filter((id) => !gone.has(id)),
          delete: edit.documents.delete,
        },
        groups: {
          put: groupIds.flatMap((id) => known.get(id) ?? []),
          delete: edit.groups.delete,
        },
      });
    } catch (thrown) {
      for (const id of documentIds) documents.add(id);
      for (const id of groupIds) groups.add(id);
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** Brings the records of some ids in line with the corpus as it is now. */
  #edit(documentIds: readonly string[], groupIds: readonly string[]): ProjectEdit {
    const { documents, groups } = this.#session.corpus;
    const order = new Map([...documents.keys()].map((id, index) => [id, index]));
    const groupOrder = new Map([...groups.keys()].map((id, index) => [id, index]));
    const demo = documentIds.filter((id) => this.#demo.has(id));
    return {
      documents: {
        put: stored(
          documentIds.flatMap((id) => documents.get(id) ?? []),
          order,
        ),
        delete: documentIds.filter((id) => !documents.has(id)),
      },
      groups: {
        put: groupIds.flatMap((id) => {
          const group = groups.get(id);
          return group ? [storeGroup(group, groupOrder.get(id) ?? 0)] : [];
        }),
        delete: groupIds.filter((id) => !groups.has(id)),
      },
      absentDemo: {
        add: demo.filter((id) => !documents.has(id)),
        remove: demo.filter((id) => documents.has(id)),
      },
    };
  }
}

/** The records of some documents, each made when it is asked for. */
function stored(
  documents: readonly Document[],
  order: ReadonlyMap<string, number>,
): Iterable<StoredDocument> {
  return {
    *[Symbol.iterator]() {
      for (const document of documents) yield storeDocument(document, order.get(document.id) ?? 0);
    },
  };
}
