import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { SCHEMA } from '../../../../src/core/project/records.ts';
import { reviveAxes, storeAxis } from '../../../../src/core/project/stored-axes.ts';
import type { OwnAxis } from '../../../../src/core/stance/own-axis.ts';

const AXIS: OwnAxis = {
  id: '0123456789abcdef',
  name: 'Warmth',
  positive: 'warm',
  negative: 'cold',
  examples: [
    { kind: 'document', pole: 1, document: 'fedcba9876543210' },
    { kind: 'written', pole: -1, text: 'A cold hand.', topic: 'hands' },
  ],
};
const OTHER: OwnAxis = { ...AXIS, id: '1123456789abcdef', name: 'Other', examples: [] };

describe('stored axes', () => {
  it('come back in their order as they were, through JSON too', () => {
    const stored = [storeAxis(OTHER, 1), storeAxis(AXIS, 0)];
    for (const found of [stored, JSON.parse(JSON.stringify(stored)) as typeof stored]) {
      expect(reviveAxes(found)).toEqual({ axes: [AXIS, OTHER], problems: [] });
    }
  });

  it('leave out damaged ones alone, each with a problem', () => {
    const record = storeAxis(AXIS, 0);
    const damaged = [
      null,
      { ...record, name: 5 },
      { ...record, id: 'x' },
      { ...record, examples: [{ kind: 'written', pole: 0, text: '', topic: '' }] },
      { ...record, examples: [null] },
    ];
    const { axes, problems } = reviveAxes([...damaged, storeAxis(OTHER, 1)]);
    expect(axes).toEqual([OTHER]);
    expect(problems.map(({ code }) => code)).toEqual(damaged.map(() => 'record-malformed'));
  });

  it('touch nothing that a later release has written, and throw for no other reason', () => {
    const later = { ...storeAxis(AXIS, 0), schema: SCHEMA + 1 };
    expect(() => reviveAxes([later])).toThrow(
      new AppError('storage-newer', { found: SCHEMA + 1, known: SCHEMA }),
    );
    fc.assert(
      fc.property(fc.array(fc.anything()), (records) => {
        try {
          reviveAxes(records);
        } catch (thrown) {
          expect(AppError.from(thrown).code).toBe('storage-newer');
        }
      }),
    );
  });
});
