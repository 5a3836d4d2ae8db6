import { expect, it } from 'vitest';
import { topicReport } from '../../../../src/core/stance/topic-report.ts';
import { aDocument, plantedTwins } from './sample.ts';

const DIMS = 8;
const options = { dims: DIMS, seed: 7 };
const plan = { topics: 4, perTopic: 3, dims: DIMS, effect: 6, seed: 1 };

/** The twins, and as many neutral documents around each topic's own centre. */
function planted(effect: number) {
  const { documents, twins } = plantedTwins({ ...plan, effect });
  const neutral = documents.flatMap(({ id, vector, topic }) =>
    id.startsWith('n') ? [aDocument(`other ${id}`, [...vector].fill(0, 0, 1), { topic })] : [],
  );
  return { documents, twins, neutral };
}

it('takes topics out with what other documents on them say, and counts those', () => {
  const { documents, twins, neutral } = planted(6);
  const report = topicReport([...documents, ...neutral], twins, options);
  expect(report).toMatchObject({ documents: 24, fittedOn: 12, rank: 3 });
  expect(report.topics).toEqual(['topic 0', 'topic 1', 'topic 2', 'topic 3']);
  expect(report.probe.after!.right).toBeLessThan(report.probe.before.right);
  expect(report.crossed.gain!.delta).toBeGreaterThan(0);
  expect(report.crossed.gain!.delta).toBeCloseTo(
    report.crossed.after!.delta! - report.crossed.before.delta!,
    10,
  );
});

it('never takes topics out with the twins themselves', () => {
  const { documents, twins } = planted(6);
  const report = topicReport(documents, twins, options);
  expect(report).toMatchObject({ fittedOn: 0, rank: 0, probe: { after: null } });
  expect(report.crossed).toMatchObject({ after: null, gain: null });
  expect(report.crossed.before.delta).not.toBeNull();
});

it('does not depend on the order of documents and twins', () => {
  const { documents, twins, neutral } = planted(2);
  const all = [...documents, ...neutral];
  const turned = topicReport(all, [...twins].reverse(), options);
  expect(turned).toEqual(topicReport(all, twins, options));
  const other = topicReport([...all].reverse(), twins, options);
  expect(other.crossed.before).toEqual(turned.crossed.before);
  expect(other.crossed.gain!.delta).toBeCloseTo(turned.crossed.gain!.delta!, 6);
});

it('is a report of nothing without twins, and leaves out those without a topic', () => {
  const { documents, twins } = planted(6);
  const nothing = { topics: [], documents: 0, fittedOn: 0, rank: 0 };
  expect(topicReport([], [], options)).toMatchObject(nothing);
  const homeless = twins.map((twin) => ({ ...twin, topic: null }));
  expect(topicReport(documents, homeless, options)).toMatchObject(nothing);
});
