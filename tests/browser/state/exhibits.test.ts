import { afterEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_CORPUS } from '../../../src/core/corpus/model.ts';
import { Exhibits } from '../../../src/state/exhibits.svelte.ts';
import { fakeEngine } from './fake-engine.ts';

const PREDICTIONS = JSON.stringify({
  frozen: '2026-01-01',
  settings: {
    encoder: 'e',
    correction: 'top',
    seed: 1,
    alpha: 0.05,
    permutations: 99,
    verdicts: 'v',
  },
  predictions: [],
});

function opened() {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response(PREDICTIONS)),
  );
  const { engine, analysis } = fakeEngine();
  return { exhibits: new Exhibits(engine), analysis };
}

const correctionOf = (input: unknown): unknown => (input as { correction: unknown }).correction;

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('Exhibits', () => {
  it('judges under the frozen correction first, then under the others', async () => {
    const { exhibits, analysis } = opened();
    const judging = exhibits.judge(EMPTY_CORPUS, 'encoder@1');
    for (const [index, correction] of ['top', 'none', 'centre', 'whiten'].entries()) {
      await vi.waitUntil(() => analysis.jobs.length === index + 1);
      expect(correctionOf(analysis.jobs[index]?.input)).toBe(correction);
      analysis.jobs[index]?.resolve([]);
    }
    await judging;
    expect([...exhibits.judged.keys()]).toEqual(['top', 'none', 'centre', 'whiten']);
    expect(exhibits.progress).toBeNull();
  });

  it('measures once for an encoder, and anew for another one', async () => {
    const { exhibits, analysis } = opened();
    void exhibits.judge(EMPTY_CORPUS, 'encoder@1');
    void exhibits.judge(EMPTY_CORPUS, 'encoder@1');
    await vi.waitUntil(() => analysis.jobs.length === 1);
    void exhibits.judge(EMPTY_CORPUS, 'other@1');
    expect(analysis.jobs[0]?.signal?.aborted).toBe(true);
    await vi.waitUntil(() => analysis.jobs.length === 2);
    expect(exhibits.failure).toBeNull();
  });

  it('keeps what is done when the rest fails, and can be asked again', async () => {
    const { exhibits, analysis } = opened();
    const judging = exhibits.judge(EMPTY_CORPUS, 'encoder@1');
    await vi.waitUntil(() => analysis.jobs.length === 1);
    analysis.jobs[0]?.resolve([]);
    await vi.waitUntil(() => analysis.jobs.length === 2);
    analysis.jobs[1]?.reject(new Error('no memory'));
    await judging;
    expect(exhibits.judged.size).toBe(1);
    expect(exhibits.failure?.message).toContain('no memory');
    void exhibits.judge(EMPTY_CORPUS, 'encoder@1');
    await vi.waitUntil(() => analysis.jobs.length === 3);
  });

  it('remembers where the tour was left', () => {
    const { exhibits } = opened();
    expect(exhibits.visited).toBeNull();
    exhibits.visit('whack-a-mole');
    expect(opened().exhibits.visited).toBe('whack-a-mole');
  });
});
