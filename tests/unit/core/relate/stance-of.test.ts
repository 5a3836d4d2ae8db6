import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import type { EmbeddedDocument } from '../../../../src/core/space/types.ts';
import { axisReport } from '../../../../src/core/stance/axis-report.ts';
import type { AxisReport, AxisSource, Twin } from '../../../../src/core/stance/types.ts';
import { Author, DIMS, document, Writer } from './sample.ts';

/** Twins on four topics whose positive lies further along the first direction. */
function planted() {
  const [author, writer] = [new Author(3), new Writer(4)];
  const instrument = new Instrument(writer.reference(40, author), DIMS, 7);
  const topics = new Map<string, string>();
  const twins = Array.from({ length: 12 }, (_, i): Twin => {
    const topic = `topic ${i % 4}`;
    const base = author.direction();
    const [positive, negative] = [`p${i}`, `n${i}`];
    for (const [id, step] of [
      [positive, 4],
      [negative, -4],
    ] as const) {
      topics.set(id, topic);
      const row = author.near(base, 0.5).map((value, d) => (d === 0 ? value + step : value));
      instrument.update({ add: [writer.document(id, 'training', [row])], remove: [] });
    }
    return { positive, negative, topic };
  });
  return { author, instrument, topics, twins };
}

function learn(
  instrument: Instrument,
  source: AxisSource,
  topics: ReadonlyMap<string, string>,
  written: readonly EmbeddedDocument[] = [],
): AxisReport {
  const { documents, background, settings } = instrument.stance(topics, written);
  return axisReport(documents, source, background, settings);
}

describe('the stance of a space', () => {
  it('finds an axis between its documents, against the reference', () => {
    const { instrument, topics, twins } = planted();
    const report = learn(instrument, { kind: 'paired', twins }, topics);
    expect(report.support.supported).toBe(true);
    expect(report.direction[0]).toBeGreaterThan(0.8);
    expect(report.scores).toHaveLength(24);
    expect(report.scores.find(({ document }) => document === 'p0')!.percentile).toBeGreaterThan(
      0.9,
    );
  });

  it('scores no scenario, and takes the probe for none', () => {
    const { author, instrument, topics, twins } = planted();
    instrument.update({
      add: [document('s', 'evaluation', [author.direction()])],
      remove: [],
    });
    instrument.setProbe(document('typed', 'evaluation', [author.direction()]));
    const { scores } = learn(instrument, { kind: 'paired', twins }, topics);
    expect(scores.map(({ document }) => document)).not.toContain('s');
    expect(scores).toHaveLength(24);
  });

  it('takes written texts as examples like documents of the same vectors', () => {
    const { author, instrument, topics } = planted();
    const rows = [author.direction(), author.direction()];
    const [warm, cold] = [
      document('w', 'training', [rows[0]!]),
      document('c', 'training', [rows[1]!]),
    ];
    const source: AxisSource = {
      kind: 'discriminant',
      examples: [
        { document: 'w', pole: 1, topic: null },
        { document: 'c', pole: -1, topic: null },
      ],
    };
    const written = learn(instrument, source, topics, [warm, cold]);
    instrument.update({ add: [warm, cold], remove: [] });
    const kept = learn(instrument, source, topics);
    expect(written).toEqual(kept);
    expect(written.support.supported).toBe(false);
  });

  it('refuses written texts of another space', () => {
    const { instrument, topics } = planted();
    const wrong = { ...document('w', 'training', [[1, 2]]), passages: [] };
    expect(() => instrument.stance(topics, [wrong])).toThrow(AppError);
  });

  it('reports on an empty corpus', () => {
    const empty = new Instrument([], DIMS, 7);
    const report = learn(empty, { kind: 'paired', twins: [] }, new Map());
    expect(report.support.supported).toBe(false);
    expect(report.scores).toEqual([]);
  });
});
