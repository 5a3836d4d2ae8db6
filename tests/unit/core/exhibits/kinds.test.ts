import { describe, expect, it } from 'vitest';
import { evenness, kindOfTopic, relatednessByKind } from '../../../../src/core/exhibits/kinds.ts';
import { BEHAVIOURS } from '../../corpora/design/plan.ts';
import { readCorpusTexts } from '../../../../scripts/corpora/read.ts';
import { group, measured } from './measured.ts';

describe('the kind that a document was written for', () => {
  it('is in the topic of every refusal of the demo, two of each group a kind', async () => {
    const { corpus } = await readCorpusTexts('.', 'demo');
    const refusals = [...corpus.documents.values()].filter(({ group: id }) =>
      ['Bare refusals', 'Reasoned refusals'].includes(corpus.groups.get(id)!.name),
    );
    const kinds = refusals.map(({ meta }) => kindOfTopic(meta.get('topic') ?? null, BEHAVIOURS));
    for (const kind of BEHAVIOURS) {
      expect(kinds.filter((each) => each === kind)).toHaveLength(4);
    }
  });

  it('is none where the topic says none, or several', () => {
    const kinds = ['late-shift', 'night-shift', 'shift-key', 'key'];
    expect(kindOfTopic('late', kinds)).toBe('late-shift');
    expect(kindOfTopic('shift', kinds)).toBeNull();
    expect(kindOfTopic('key', kinds)).toBe('key');
    expect(kindOfTopic('farm', kinds)).toBeNull();
    expect(kindOfTopic(null, kinds)).toBeNull();
  });
});

describe('relatedness by kind', () => {
  const documents = group('a', [null, null, null]);
  const relatedness = Float64Array.of(0.1, 0.4, 0.3, 9, 0.2, 0.2, 0.2, 9, 0.1, NaN, 0.3, 9);
  const measurements = measured(documents, ['y', 'x', 'y', null], { relatedness });

  it('is the mean over scenarios of a kind, kinds in order, others left out', () => {
    const { kinds, data } = relatednessByKind(measurements);
    expect(kinds).toEqual(['x', 'y']);
    [0.4, 0.2, 0.2, 0.2].forEach((value, i) => expect(data[i]).toBeCloseTo(value, 12));
    expect(data[4]).toBeNaN();
  });

  it('is even at 0, and less so by the standard deviation over kinds', () => {
    const found = evenness(measurements);
    expect(found[0]).toBeCloseTo(-0.1, 12);
    expect(found[1]).toBeCloseTo(0, 12);
    expect(found[2]).toBeNaN();
  });

  it('cannot be even over one kind', () => {
    const one = measured(documents, ['x'], { relatedness: Float64Array.of(1, 2, 3) });
    expect(Array.from(evenness(one))).toEqual([NaN, NaN, NaN]);
  });
});
