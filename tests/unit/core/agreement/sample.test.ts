import { describe, expect, it } from 'vitest';
import { agreementSample } from '../../../../src/core/agreement/sample.ts';
import type { Role } from '../../../../src/core/corpus/model.ts';

const of = (role: Role, count: number, passages = [{ start: 0, end: 1 }]) =>
  Array.from({ length: count }, (_, i) => ({ id: `${role}${i}`, role, passages }));

describe('agreementSample', () => {
  it('takes all of a corpus of up to 2,000 documents and 100 scenarios, in the order of ids', () => {
    const documents = [...of('evaluation', 3), ...of('training', 12)];
    const ids = agreementSample(documents, 1).map(({ id }) => id);
    expect(ids).toEqual(documents.map(({ id }) => id).sort());
  });

  it('takes a sample of a larger one, the same for a seed whatever the order', () => {
    const documents = [...of('training', 2500), ...of('evaluation', 130)];
    const sample = agreementSample(documents, 1);
    expect(sample.filter(({ role }) => role === 'training')).toHaveLength(2000);
    expect(sample.filter(({ role }) => role === 'evaluation')).toHaveLength(100);
    expect(agreementSample(documents.toReversed(), 1)).toEqual(sample);
    expect(agreementSample(documents, 2)).not.toEqual(sample);
  });

  it('leaves out what has no passage', () => {
    expect(agreementSample(of('training', 2, []), 1)).toEqual([]);
  });
});
