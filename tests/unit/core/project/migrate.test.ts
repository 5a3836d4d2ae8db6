import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { migrate, MIGRATIONS, type Migration } from '../../../../src/core/project/migrate.ts';
import { SCHEMA } from '../../../../src/core/project/records.ts';

describe('migrate', () => {
  it('has a migration from every earlier schema', () => {
    const earlier = Array.from({ length: SCHEMA - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(MIGRATIONS)).toEqual(earlier);
  });

  it('leads groups of earlier schemas to ones without a chosen hue and without a slot', () => {
    const first = { schema: 1, id: 'a', name: 'A', role: 'training', order: 0 };
    const second = { ...first, schema: 2, hue: 3 };
    expect(migrate(first, 'group', 1)).toEqual({ ...first, schema: 3, hue: null, slot: null });
    expect(migrate(second, 'group', 2)).toEqual({ ...second, schema: 3, slot: null });
    expect(migrate({ schema: 1, id: 'a' }, 'document', 1)).toEqual({ schema: 3, id: 'a' });
  });

  const rename: Migration = ({ name, ...rest }) => ({ ...rest, title: name });
  const mark: Migration = (record, kind) => ({ ...record, kind });

  it('goes step by step', () => {
    const table = { 1: rename, 2: mark };
    expect(migrate({ name: 'x' }, 'document', 1, table, 3)).toEqual({
      title: 'x',
      kind: 'document',
    });
    expect(migrate({ title: 'x' }, 'group', 2, table, 3)).toEqual({ title: 'x', kind: 'group' });
    expect(migrate({ title: 'x' }, 'group', 3, table, 3)).toEqual({ title: 'x' });
  });

  it('refuses a later schema and one that never was', () => {
    expect(() => migrate({}, 'group', 4, {}, 3)).toThrow(
      new AppError('storage-newer', { found: 4, known: 3 }),
    );
    expect(() => migrate({ id: 'a' }, 'group', 1, { 2: mark }, 3)).toThrow(
      new AppError('record-malformed', { kind: 'group', id: 'a' }),
    );
  });
});
