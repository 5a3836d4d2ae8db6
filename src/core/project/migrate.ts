import { AppError } from '../errors.ts';
import { SCHEMA } from './records.ts';

export type RecordKind = 'document' | 'group' | 'settings' | 'axis';

/** A stored record before it is known to be well formed. */
export type Fields = Readonly<Record<string, unknown>>;

/** Leads a record of one schema to the next. */
export type Migration = (record: Fields, kind: RecordKind) => Fields;

/** By the schema that a migration starts from; one for each below `SCHEMA`. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  1: (record, kind) => ({ ...record, schema: 2, ...(kind === 'group' && { hue: null }) }),
  2: (record, kind) => ({ ...record, schema: 3, ...(kind === 'group' && { slot: null }) }),
};

/**
 * A stored record in the present schema.
 *
 * @param from - schema of the record
 * @param migrations - and `known`: for tests
 * @throws AppError `storage-newer` for a record of a later release, which must not be overwritten;
 *   `record-malformed` for a schema that never was
 */
export function migrate(
  record: Fields,
  kind: RecordKind,
  from: number,
  migrations = MIGRATIONS,
  known = SCHEMA,
): Fields {
  if (from > known) throw new AppError('storage-newer', { found: from, known });
  let migrated = record;
  for (let schema = from; schema < known; schema++) {
    const migration = migrations[schema];
    if (!migration) throw new AppError('record-malformed', { kind, id: idOf(record) });
    migrated = migration(migrated, kind);
  }
  return migrated;
}

/** The id of a record for an error's sake; empty where it has none. */
export function idOf(record: unknown): string {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : null;
  return typeof id === 'string' ? id.slice(0, 40) : '';
}
