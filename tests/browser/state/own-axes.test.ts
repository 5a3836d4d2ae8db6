import { expect, it, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { storeAxis, type AxisEdit, type AxisStore } from '../../../src/core/project/stored-axes.ts';
import { IndexedAxisStore } from '../../../src/platform/axis-store.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { OwnAxes } from '../../../src/state/own-axes.svelte.ts';

const NAMES = { name: 'Warmth', positive: 'warm', negative: 'cold' };

/** Keeps edits, and fails where a test says so. */
class FakeStore implements AxisStore {
  readonly edits: AxisEdit[] = [];
  found: readonly unknown[] = [];
  full = false;
  announced: (edit: AxisEdit) => void = () => {};

  async load(): Promise<readonly unknown[]> {
    return this.found;
  }
  async save(edit: AxisEdit): Promise<void> {
    if (this.full) throw new AppError('storage-full', {});
    this.edits.push(edit);
  }
  announce(): void {}
  watch(announced: (edit: AxisEdit) => void): void {
    this.announced = announced;
  }
}

async function opened(store = new FakeStore()) {
  const notices = new Notices();
  const own = new OwnAxes(store, notices);
  await own.open();
  return { own, notices, store };
}

it('keeps what the reader made in the browser, across openings', async () => {
  const first = new OwnAxes(new IndexedAxisStore(), new Notices());
  await first.open();
  const axis = first.create(NAMES);
  first.put({ ...axis, examples: [{ kind: 'written', pole: 1, text: 'Come in.', topic: '' }] });
  expect(first.atRisk).toBe(true);
  await vi.waitUntil(() => !first.atRisk);
  const second = new OwnAxes(new IndexedAxisStore(), new Notices());
  await second.open();
  expect(second.all.get(axis.id)).toEqual(first.all.get(axis.id));
  second.delete(axis.id);
  await vi.waitUntil(() => !second.atRisk);
  await vi.waitUntil(() => !first.all.has(axis.id));
});

it('tries again what did not fit, with the next change', async () => {
  const { own, notices, store } = await opened();
  store.full = true;
  const one = own.create(NAMES);
  await vi.waitUntil(() => notices.list.length > 0);
  expect(own.atRisk).toBe(true);
  store.full = false;
  const two = own.create(NAMES);
  await vi.waitUntil(() => !own.atRisk);
  expect(store.edits[0]?.put.map(({ id }) => id)).toEqual([one.id, two.id]);
});

it('begins one axis at a time, whose name, examples and half-written texts make room for another', async () => {
  const { own } = await opened();
  const first = own.begin(NAMES);
  expect(own.begin(NAMES)).toBe(first);
  own.draft(first.id, -1, { text: ' ', topic: '' });
  expect(own.begin(NAMES)).toBe(first);
  own.draft(first.id, -1, { text: 'Nobody spoke', topic: '' });
  const second = own.begin(NAMES);
  own.put({ ...second, examples: [{ kind: 'written', pole: 1, text: 'Come in.', topic: '' }] });
  const third = own.begin(NAMES);
  own.put({ ...third, positive: 'mild' });
  const fourth = own.begin(NAMES);
  expect([...own.all.keys()]).toEqual([first.id, second.id, third.id, fourth.id]);
});

it('brings a deleted axis back', async () => {
  const { own, store } = await opened();
  const axis = own.create(NAMES);
  own.delete(axis.id);
  expect([own.all.size, own.deleted]).toEqual([0, axis]);
  own.restore();
  expect([own.all.get(axis.id), own.deleted]).toEqual([axis, null]);
  await vi.waitUntil(() => !own.atRisk);
  expect(store.edits.at(-1)?.put.map(({ id }) => id)).toEqual([axis.id]);
});

it('takes in what another tab made and deleted', async () => {
  const { own, store } = await opened();
  const mine = own.create(NAMES);
  const theirs = { ...mine, id: '0123456789abcdef', name: 'Theirs' };
  store.announced({ put: [storeAxis(theirs, 1)], delete: [mine.id] });
  expect([...own.all.values()]).toEqual([theirs]);
});

it('overwrites nothing that a later release has written', async () => {
  const store = new FakeStore();
  store.found = [{ schema: 99 }];
  const { own, notices } = await opened(store);
  expect(notices.list).toHaveLength(1);
  own.create(NAMES);
  await Promise.resolve();
  expect([store.edits, own.atRisk]).toEqual([[], true]);
});

it('counts a text half written as at risk', async () => {
  const { own } = await opened();
  own.draft('a', 1, { text: 'Half', topic: '' });
  expect([own.draftOf('a', 1).text, own.draftOf('a', -1).text, own.atRisk]).toEqual([
    'Half',
    '',
    true,
  ]);
});

it('adopts axes of a file without losing those that are here', async () => {
  const { own, store } = await opened();
  const mine = own.create(NAMES);
  const example = { kind: 'written', pole: 1, text: 'Come in.', topic: '' } as const;
  const theirs = { ...mine, examples: [example] };
  const other = { ...NAMES, id: '0123456789abcdef', examples: [] };
  expect(own.adopt([mine, other])).toEqual(
    new Map([
      [mine.id, mine.id],
      [other.id, other.id],
    ]),
  );
  expect([...own.all.values()]).toEqual([mine, other]);
  const renamed = own.adopt([theirs]).get(mine.id) ?? '';
  expect(own.adopt([theirs]).get(mine.id)).toBe(renamed);
  expect([...own.all.values()]).toEqual([mine, other, { ...theirs, id: renamed }]);
  await vi.waitUntil(() => !own.atRisk);
  const kept = store.edits.flatMap(({ put }) => put.map(({ id }) => id));
  expect(new Set(kept)).toEqual(new Set([mine.id, other.id, renamed]));
});

it('removes everything at once, half written texts too, and can put it back', async () => {
  const { own, store } = await opened();
  const [one, two] = [own.create(NAMES), own.create(NAMES)];
  own.draft(one.id, 1, { text: 'Half', topic: '' });
  expect(own.clear()).toEqual([one, two]);
  await vi.waitUntil(() => !own.atRisk);
  expect([own.all.size, own.draftOf(one.id, 1).text]).toEqual([0, '']);
  expect(store.edits.at(-1)?.delete).toEqual([one.id, two.id]);
  own.putAll([one, two]);
  expect([...own.all.values()]).toEqual([one, two]);
});
