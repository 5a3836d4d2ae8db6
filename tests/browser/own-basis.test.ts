import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CorrectionName } from '../../src/core/space/correction.ts';
import type { EmbeddedDocument } from '../../src/core/space/types.ts';
import { Engine } from '../../src/engine/engine.ts';
import fixture from '../fixtures/vectors/expected.json';

/** A space without a reference: what scikit-learn says of 40 documents corrected by themselves. */
const { documents: rows, centred, top } = fixture;
const documents = rows.map((values, i): EmbeddedDocument => ({
  id: `d${i}`,
  role: 'training',
  title: `Document ${i}`,
  text: `Text ${i}.`,
  passages: [{ start: 0, end: 6 }],
  vectors: new Float32Array(values),
}));

let engine: Engine;
beforeEach(async () => {
  engine = new Engine();
  await opened('centre');
});
afterEach(() => engine.analysis.terminate());

const opened = (correction: CorrectionName) =>
  engine.openSpace({ reference: [], basis: 'documents', dims: 6, seed: 7, correction });

/** Cosines of the first document with the others. */
async function cosines(): Promise<Map<string, number>> {
  const found = await engine.analysis.run('neighbours', {
    unit: 'documents',
    document: 'd0',
    passage: null,
    k: rows.length,
  });
  return new Map(found.map(({ document, cosine }) => [document, cosine]));
}

async function expectCosines(expected: readonly number[]): Promise<void> {
  const found = await cosines();
  expect(found.size).toBe(rows.length - 1);
  for (const [id, cosine] of found) expect(cosine).toBeCloseTo(expected[Number(id.slice(1))]!, 5);
}

it('is corrected by all of its documents, however they came', async () => {
  // At once, and one of them only to be taken out again.
  await Promise.all([
    engine.updateSpace({ add: documents.slice(0, 10), remove: [] }),
    engine.updateSpace({ add: documents.slice(10, 39), remove: [] }),
    engine.updateSpace({ add: [{ ...documents[39]!, id: 'gone' }], remove: [] }),
    engine.updateSpace({ add: documents.slice(39), remove: ['gone'] }),
  ]);
  await expectCosines(centred);
  expect(await engine.correctSpace('top')).toBe(true);
  await expectCosines(top);
});

it('of few documents is as it came', async () => {
  await engine.updateSpace({ add: documents.slice(0, 2), remove: [] });
  const [a, b] = rows as [number[], number[]];
  const raw = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  expect((await cosines()).get('d1')).toBeCloseTo(raw, 5);
});
