import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunk } from '../../../../src/core/corpus/chunk.ts';
import {
  SCHEMA,
  storeDocument,
  storeGroup,
  storeSettings,
} from '../../../../src/core/project/records.ts';
import { revive } from '../../../../src/core/project/revive.ts';
import { AppError } from '../../../../src/core/errors.ts';
import { aDocument, aGroup } from '../corpus/corpora.ts';

const A = aGroup('A');
const one = { ...aDocument('One text.', A), meta: new Map([['__proto__', 'x']]) };
const two = aDocument('Two text.', A);
const NOTHING = { documents: [], groups: [], settings: undefined };

describe('revive', () => {
  it('gives back what was stored, in its order, also by way of JSON', () => {
    const stored = {
      documents: [storeDocument(two, 7), storeDocument(one, 2)],
      groups: [storeGroup(aGroup('B'), 1), storeGroup(A, 0)],
      settings: storeSettings([one.id]),
    };
    for (const found of [stored, JSON.parse(JSON.stringify(stored)) as typeof stored]) {
      expect(revive(found)).toEqual({
        documents: [one, two],
        groups: [A, aGroup('B')],
        absentDemo: [one.id],
        problems: [],
        rechunked: [],
      });
    }
  });

  it('gives back the hue and the slot of a group, and neither that there is not', () => {
    const read = (change: object) =>
      revive({ ...NOTHING, groups: [{ ...storeGroup(A, 0), ...change }] }).groups;
    expect(read({ hue: 3, slot: 11 })).toEqual([{ ...A, hue: 3, slot: 11 }]);
    expect(read({ hue: 9, slot: -1 })).toEqual([A]);
    expect(read({ hue: 'x', slot: 1.5 })).toEqual([A]);
    expect(read({ schema: 2, slot: undefined })).toEqual([A]);
  });

  it('cuts a document again that another chunker cut, or whose passages are damaged', () => {
    const record = storeDocument(one, 0);
    for (const damage of [
      { chunker: 'other' },
      { passages: [0, 99] },
      { passages: [5, 2] },
      { passages: [0.5, 2] },
      { passages: [0] },
      { passages: [] },
      { passages: null },
    ]) {
      const { documents, rechunked, problems } = revive({
        ...NOTHING,
        documents: [{ ...record, ...damage }],
      });
      expect(documents[0]?.passages).toEqual(chunk(one.text));
      expect([rechunked, problems]).toEqual([[one.id], []]);
    }
  });

  it('leaves out damaged records alone, each with a problem', () => {
    const record = storeDocument(one, 0);
    const { documents, groups, problems } = revive({
      documents: [null, 'x', { ...record, text: 5 }, { ...record, id: 'x' }, storeDocument(two, 1)],
      groups: [{ ...storeGroup(A, 0), role: 'user' }, { schema: 0 }],
      settings: { schema: SCHEMA },
    });
    expect(documents).toEqual([two]);
    expect(groups).toEqual([]);
    expect(problems.map(({ code, params }) => [code, params])).toEqual(
      [
        { kind: 'document', id: '' },
        { kind: 'document', id: '' },
        { kind: 'document', id: one.id },
        { kind: 'document', id: 'x' },
        { kind: 'group', id: A.id },
        { kind: 'group', id: '' },
        { kind: 'settings', id: '' },
      ].map((params) => ['record-malformed', params]),
    );
  });

  it('touches nothing that a later release has written', () => {
    const documents = [{ ...storeDocument(one, 0), schema: SCHEMA + 1 }];
    expect(() => revive({ ...NOTHING, documents })).toThrow(
      new AppError('storage-newer', { found: SCHEMA + 1, known: SCHEMA }),
    );
  });

  it('throws for no other reason', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom('training', A.id, 'text', 0, []));
    const record = fc.oneof(
      fc.anything(),
      fc
        .record(Object.fromEntries(Object.keys(storeDocument(one, 0)).map((key) => [key, field])), {
          requiredKeys: [],
        })
        .map((each) => ({ ...each, schema: SCHEMA })),
    );
    fc.assert(
      fc.property(fc.array(record), record, (records, settings) => {
        try {
          revive({ documents: records, groups: records, settings });
        } catch (thrown) {
          expect(AppError.from(thrown).code).toBe('storage-newer');
        }
      }),
    );
  });
});
