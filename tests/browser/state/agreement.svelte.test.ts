import { describe, expect, it, vi } from 'vitest';
import { EMPTY_CORPUS } from '../../../src/core/corpus/model.ts';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import type { EncoderChoice } from '../../../src/engine/embed.ts';
import { Agreements, type AgreementBasis } from '../../../src/state/agreement.svelte.ts';
import { madeDocument } from '../ui/made.ts';
import { fakeEngine } from './fake-engine.ts';

const choice = { spec: { id: 'a', name: 'A' } as EncoderSpec } as EncoderChoice;
const documents = ['d', 's'].map((id) =>
  madeDocument(id, id === 'd' ? 'training' : 'evaluation', 1),
);
const report = {
  encoders: [],
  corrections: [],
  robustness: {
    standpoints: 4,
    documents: ['d'],
    scenarios: ['s'],
    passes: new Uint8Array([4]),
    here: 1,
    robust: 1,
    closest: [{ document: 'd', scenario: 's' }],
  },
  compared: { documents: 1, scenarios: 1 },
};

function opened() {
  const { engine, analysis } = fakeEngine();
  let basis = $state.raw<AgreementBasis>({
    corpus: { ...EMPTY_CORPUS, documents: new Map(documents.map((each) => [each.id, each])) },
    has: () => true,
    choice,
    correction: 'centre',
    revision: 1,
    reference: null,
  });
  const agreements = new Agreements(engine, () => basis);
  return {
    agreements,
    analysis,
    change: (part: Partial<AgreementBasis>) => (basis = { ...basis, ...part }),
  };
}

describe('a comparison', () => {
  it('says of a pair that it is robust, until what it was made of changes', async () => {
    const { agreements, analysis, change } = opened();
    const pair = { document: 'd', scenario: 's' };
    const comparing = agreements.compare(null);
    await vi.waitUntil(() => analysis.jobs.length === 1);
    expect(analysis.jobs[0]?.input).toMatchObject({
      encoder: 'A',
      sample: ['d', 's'],
      other: null,
    });
    expect(agreements.robustIn(pair)).toBeNull();
    analysis.jobs[0]?.resolve(report);
    await comparing;
    expect(agreements.robustIn(pair)).toBe(4);
    expect(agreements.robustIn({ document: 's', scenario: 'd' })).toBeNull();
    expect(agreements.outdated).toBe(false);

    change({ correction: 'top' });
    expect(agreements.robustIn(pair)).toBeNull();
    expect(agreements.outdated).toBe(true);
    change({ correction: 'centre' });
    expect(agreements.robustIn(pair)).toBe(4);
    change({ revision: 2 });
    expect(agreements.robustIn(pair)).toBeNull();
  });

  it('is made of documents that are in the space', async () => {
    const { agreements, analysis, change } = opened();
    change({ has: (id) => id === 'd' });
    void agreements.compare(null);
    await vi.waitUntil(() => analysis.jobs.length === 1);
    expect(analysis.jobs[0]?.input).toMatchObject({ sample: ['d'] });
  });

  it('can be stopped, and fails with the reason', async () => {
    const { agreements, analysis } = opened();
    const stopped = agreements.compare(null);
    await vi.waitUntil(() => analysis.jobs.length === 1);
    agreements.cancel();
    await stopped;
    expect(agreements.phase.at).toBe('idle');
    expect(agreements.failure).toBeNull();

    const failing = agreements.compare(null);
    await vi.waitUntil(() => analysis.jobs.length === 2);
    analysis.jobs[1]?.reject(new Error('no memory'));
    await failing;
    expect(agreements.failure?.message).toContain('no memory');
    expect(agreements.phase.at).toBe('idle');
  });
});
