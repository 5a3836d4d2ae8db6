import { expect, it, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { SPACE_SLICE_BYTES } from '../../../src/core/limits.ts';
import type { EmbeddedDocument } from '../../../src/core/space/types.ts';
import { Engine } from '../../../src/engine/engine.ts';

vi.stubGlobal('navigator', { hardwareConcurrency: 2 });

const CHARS = SPACE_SLICE_BYTES / 4;

function documents(count: number, prefix = 'd'): EmbeddedDocument[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${prefix}${i}`,
    role: 'training',
    title: '',
    text: 'x'.repeat(CHARS),
    passages: [{ start: 0, end: CHARS }],
    vectors: new Float32Array(100),
  }));
}

/** An engine whose analysis writes down what it is given, a turn of the event loop later. */
function recorded(fails: (name: string) => boolean = () => false) {
  const engine = new Engine();
  const given: { name: string; ids: string[]; chars: number }[] = [];
  vi.spyOn(engine.analysis, 'run').mockImplementation(async (name: string, input: unknown) => {
    await new Promise((resolve) => setTimeout(resolve));
    const added = name === 'bring' ? (input as EmbeddedDocument[]) : [];
    const gone = name === 'update' ? (input as { remove: string[] }).remove : [];
    const chars = added.reduce((sum, { text }) => sum + text.length, 0);
    given.push({ name, ids: [...added.map(({ id }) => id), ...gone], chars });
    if (fails(name)) throw new AppError('unexpected', { message: 'as wanted' });
  });
  return { engine, given };
}

it('hands documents to the analysis in slices, and has them added at the end', async () => {
  const { engine, given } = recorded();
  const add = documents(10);
  await engine.updateSpace({ add, remove: ['old'] });
  const slices = given.slice(0, -1);
  expect(slices.length).toBeGreaterThan(2);
  expect(slices.every(({ name, chars }) => name === 'bring' && chars <= SPACE_SLICE_BYTES)).toBe(
    true,
  );
  expect(slices.flatMap(({ ids }) => ids)).toEqual(add.map(({ id }) => id));
  expect(given.at(-1)).toMatchObject({ name: 'update', ids: ['old'] });
});

it('lets no removal overtake the documents that are on their way', async () => {
  const { engine, given } = recorded();
  await Promise.all([
    engine.updateSpace({ add: documents(10), remove: [] }),
    engine.updateSpace({ add: [], remove: ['d9'] }),
  ]);
  const brought = given.findLastIndex(({ name, ids }) => name === 'bring' && ids.includes('d9'));
  const removed = given.findIndex(({ name, ids }) => name === 'update' && ids.includes('d9'));
  expect(removed).toBeGreaterThan(brought);
});

it('opens no other space before all documents of a change have arrived in theirs', async () => {
  const { engine, given } = recorded();
  const space = {
    reference: [],
    basis: 'reference',
    dims: 100,
    seed: 7,
    correction: 'none',
  } as const;
  await Promise.all([
    engine.updateSpace({ add: documents(10), remove: [] }),
    engine.openSpace(space),
  ]);
  expect(given.at(-1)?.name).toBe('open');
});

it('goes on with the next change where one has failed', async () => {
  let failing = true;
  const { engine, given } = recorded((name) => failing && name === 'update');
  await expect(engine.updateSpace({ add: documents(1), remove: [] })).rejects.toThrow();
  failing = false;
  await engine.updateSpace({ add: documents(1, 'e'), remove: [] });
  expect(given.at(-2)).toMatchObject({ name: 'bring', ids: ['e0'] });
});
