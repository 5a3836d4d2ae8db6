import { expect, it, vi } from 'vitest';
import type { EncoderChoice } from '../../../src/engine/embed.ts';
import type { OwnAxis } from '../../../src/core/stance/own-axis.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { OwnAxes } from '../../../src/state/own-axes.svelte.ts';
import { Stance, type StanceContext } from '../../../src/state/stance.svelte.ts';
import { corpusOf } from '../ui/host.ts';
import { fakeEngine } from './fake-engine.ts';

const CHOICE = { spec: { id: 'e', revision: '1' } } as unknown as EncoderChoice;

/** Twins that differ in two fields, on one topic. */
function corpus() {
  const { documents: plain, groups } = corpusOf({ Stories: ['one', 'two'] });
  const documents = new Map(plain);
  const fields = {
    one: { id: 'one', twin: 'two', topic: 'sea', value: '+', kind: 'yes' },
    two: { id: 'two', twin: 'one', topic: 'sea', value: '-', kind: 'no' },
  };
  for (const [id, meta] of Object.entries(fields)) {
    documents.set(id, { ...documents.get(id)!, meta: new Map(Object.entries(meta)) });
  }
  return { documents, groups };
}

function opened(changes: Partial<StanceContext> = {}) {
  const { analysis, engine } = fakeEngine();
  const store = { load: async () => [], save: async () => {}, announce() {}, watch() {} };
  const own = new OwnAxes(store, new Notices());
  const context = { corpus: corpus(), axis: null, revision: 1, choice: CHOICE, ...changes };
  const stance = new Stance(engine, own, () => context);
  return { analysis, context, own, stance };
}

it('offers the axes of the corpus, and uses the one that the view names', () => {
  const { context, stance } = opened();
  expect(stance.axes.map(({ field }) => field)).toEqual(['kind', 'value']);
  expect(stance.chosen?.field).toBe('kind');
  const named = opened({ axis: stance.axes[1]!.id, corpus: context.corpus });
  expect(named.stance.chosen?.field).toBe('value');
});

it('learns one axis at a time, with topics, and each only when something has changed', async () => {
  const { analysis, context, stance } = opened();
  stance.need(stance.axes);
  stance.need(stance.axes);
  await vi.waitUntil(() => analysis.jobs.length === 1);
  expect(analysis.jobs[0]!.input).toEqual({
    source: stance.axes[0]!.source,
    topics: new Map([
      ['one', 'sea'],
      ['two', 'sea'],
    ]),
    written: [],
  });
  analysis.jobs[0]!.resolve({ scores: [] });
  await vi.waitUntil(() => analysis.jobs.length === 2);
  analysis.jobs[1]!.resolve({ scores: [] });
  await vi.waitUntil(() => stance.of(stance.axes[1]!.id)?.pending === false);
  stance.need(stance.axes);
  expect(analysis.jobs).toHaveLength(2);
  context.revision = 2;
  stance.need(stance.axes);
  await vi.waitUntil(() => analysis.jobs.length === 3);
});

it('says what failed and learns again when asked to', async () => {
  const { analysis, stance } = opened();
  const [axis] = stance.axes;
  stance.need([axis!]);
  await vi.waitUntil(() => analysis.jobs.length === 1);
  analysis.jobs[0]!.reject(new Error('out of memory'));
  await vi.waitUntil(() => stance.of(axis!.id)?.failure);
  stance.retry(axis!.id);
  await vi.waitUntil(() => analysis.jobs.length === 2);
});

it('asks nothing while the space is empty', async () => {
  const { analysis, stance } = opened({ revision: 0 });
  stance.need(stance.axes);
  await Promise.resolve();
  expect(analysis.jobs).toEqual([]);
});

it('learns an axis of the reader’s own anew when an example changes', async () => {
  const { analysis, own, stance } = opened();
  const axis: OwnAxis = own.create({ name: 'Mine', positive: '', negative: '' });
  own.put({ ...axis, examples: [{ kind: 'document', pole: 1, document: 'one' }] });
  const last = () => stance.axes.at(-1)!;
  stance.need([last()]);
  await vi.waitUntil(() => analysis.jobs.length === 1);
  analysis.jobs[0]!.resolve({ scores: [] });
  await vi.waitUntil(() => stance.of(axis.id)?.pending === false);
  own.put({ ...axis, examples: [{ kind: 'document', pole: -1, document: 'one' }] });
  stance.need([last()]);
  await vi.waitUntil(() => analysis.jobs.length === 2);
  expect(analysis.jobs[1]!.input).toMatchObject({
    source: { examples: [{ document: 'one', pole: -1, topic: 'sea' }] },
  });
});
