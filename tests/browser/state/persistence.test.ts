import { describe, expect, it, vi } from 'vitest';
import { EMPTY_CORPUS } from '../../../src/core/corpus/model.ts';
import { toDocument, toGroup } from '../../../src/core/corpus/documents.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Announcement, ProjectEdit, ProjectStore } from '../../../src/core/project/ports.ts';
import {
  storeDocument,
  storeGroup,
  type StoredProject,
} from '../../../src/core/project/records.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { Persistence } from '../../../src/state/persistence.ts';
import { Session } from '../../../src/state/session.svelte.ts';

const PLACE = { role: 'training', group: 'Mine' } as const;
const DRAFT = {
  title: 'One',
  text: 'One text.',
  meta: new Map(),
  role: null,
  group: null,
  source: 'one.txt',
  line: null,
  shape: 'text' as const,
};
const DOCUMENT = toDocument(DRAFT, PLACE);
const ADD = { type: 'add-documents', documents: [DOCUMENT], groups: [toGroup(PLACE)] } as const;

/** Keeps edits, and fails or waits where a test says so. */
class FakeStore implements ProjectStore {
  readonly edits: ProjectEdit[] = [];
  full = false;
  announced: (announcement: Announcement) => void = () => {};
  reading = Promise.resolve<readonly unknown[]>([]);

  kept: StoredProject = { documents: [], groups: [], settings: null };

  async load() {
    return this.kept;
  }
  async read(): Promise<readonly unknown[]> {
    return this.reading;
  }
  async save(edit: ProjectEdit): Promise<void> {
    if (this.full) throw new AppError('storage-full', {});
    this.edits.push(edit);
  }
  announce(): void {}
  watch(announced: (announcement: Announcement) => void): void {
    this.announced = announced;
  }
}

async function opened(kept?: StoredProject) {
  const [store, session, notices] = [new FakeStore(), new Session(), new Notices()];
  if (kept) store.kept = kept;
  const persistence = new Persistence(store, session, notices);
  await persistence.open(EMPTY_CORPUS);
  return { store, session, notices, persistence };
}

describe('Persistence', () => {
  it('writes what a change touched, and knows when nothing is at risk', async () => {
    const { store, session, persistence } = await opened();
    session.run(ADD);
    expect(persistence.atRisk).toBe(true);
    await vi.waitUntil(() => !persistence.atRisk);
    expect(store.edits.map(({ documents }) => Array.from(documents.put, ({ id }) => id))).toEqual([
      [DOCUMENT.id],
    ]);
  });

  it('says that the disk is full and writes it with the next change that fits', async () => {
    const { store, session, notices, persistence } = await opened();
    store.full = true;
    session.run(ADD);
    await vi.waitUntil(() => notices.list.length > 0);
    expect(persistence.atRisk).toBe(true);
    store.full = false;
    session.run({ type: 'rename-group', group: DOCUMENT.group, name: 'Ours' });
    await vi.waitUntil(() => store.edits.length > 0);
    expect(Array.from(store.edits[0]?.documents.put ?? [], ({ id }) => id)).toEqual([DOCUMENT.id]);
    await vi.waitUntil(() => !persistence.atRisk);
  });

  it('stores the slot that a group of an earlier release gets, and nothing that has its own', async () => {
    const group = toGroup(PLACE);
    const documents = [storeDocument(DOCUMENT, 0)];
    const earlier = { documents, groups: [storeGroup(group, 0)], settings: null };
    const { store, persistence } = await opened(earlier);
    await vi.waitUntil(() => !persistence.atRisk);
    const groups = store.edits.flatMap((edit) => edit.groups.put);
    expect(groups).toEqual([storeGroup({ ...group, slot: 0 }, 0)]);
    const again = await opened({ ...earlier, groups });
    expect(again.persistence.atRisk).toBe(false);
    expect(again.session.corpus.groups.get(group.id)?.slot).toBe(0);
  });

  it('merges another tab’s changes in the order they were made', async () => {
    const { store, session } = await opened();
    const slow = Promise.withResolvers<readonly unknown[]>();
    store.reading = slow.promise;
    const groups = { put: [toGroup(PLACE)], delete: [] };
    store.announced({ documents: { put: [DOCUMENT.id], delete: [] }, groups });
    await Promise.resolve();
    store.reading = Promise.resolve([]);
    store.announced({ documents: { put: [], delete: [DOCUMENT.id] }, groups });
    const merge = vi.spyOn(session, 'merge');
    slow.resolve([storeDocument(DOCUMENT, 0)]);
    await vi.waitUntil(() => merge.mock.calls.length === 2);
    expect(session.corpus.documents.size).toBe(0);
  });
});
