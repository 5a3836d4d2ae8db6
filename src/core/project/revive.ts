import { chunk, CHUNKER_VERSION } from '../corpus/chunk.ts';
import { isHue, isSlot, type Document, type Group } from '../corpus/model.ts';
import { AppError, isError } from '../errors.ts';
import { identity, list, readRole, readSpans, string, whole } from './checked.ts';
import { idOf, migrate, type Fields, type RecordKind } from './migrate.ts';
import type { StoredProject } from './records.ts';

export interface RevivedProject {
  /** In their stored order. */
  readonly documents: readonly Document[];
  readonly groups: readonly Group[];
  readonly absentDemo: readonly string[];
  /** One `record-malformed` for each record that was left out. */
  readonly problems: readonly AppError[];
  /** Ids of documents that were cut anew: their passages should be stored again. */
  readonly rechunked: readonly string[];
}

/**
 * What a store or a project file holds, checked record by record: a damaged one is left out with a
 * problem and costs no other. Documents cut by another chunker are cut again.
 *
 * @throws AppError `storage-newer` if any record is of a later release
 */
export function revive({ documents, groups, settings }: StoredProject): RevivedProject {
  const problems: AppError[] = [];
  const rechunked: string[] = [];
  const each = <T>(records: readonly unknown[], kind: RecordKind, read: (f: Fields) => T): T[] =>
    reviveEach(records, kind, read, problems);
  return {
    documents: each(documents, 'document', (fields) => readDocument(fields, rechunked)),
    groups: each(groups, 'group', readGroup),
    absentDemo: each(
      settings === null || settings === undefined ? [] : [settings],
      'settings',
      readAbsent,
    ).flat(),
    problems,
    rechunked,
  };
}

/**
 * Records of one kind in their stored order; a damaged one is left out and added to `problems`.
 *
 * @param read - throws whatever it likes for a record that is not well formed
 * @throws AppError `storage-newer` if any record is of a later release
 */
export function reviveEach<T>(
  records: readonly unknown[],
  kind: RecordKind,
  read: (fields: Fields) => T,
  problems: AppError[],
): T[] {
  return inOrder(records.flatMap((record) => attempt(record, kind, read, problems)));
}

interface Ordered<T> {
  readonly value: T;
  readonly order: number;
}

function attempt<T>(
  record: unknown,
  kind: RecordKind,
  read: (fields: Fields) => T,
  problems: AppError[],
): Ordered<T>[] {
  try {
    const found = record as Fields;
    const fields = migrate(found, kind, whole(found.schema));
    const order = Number.isFinite(fields.order) ? Number(fields.order) : Infinity;
    return [{ value: read(fields), order }];
  } catch (thrown) {
    if (isError(thrown, 'storage-newer')) throw thrown;
    problems.push(new AppError('record-malformed', { kind, id: idOf(record) }, thrown));
    return [];
  }
}

/** A stable sort: equal orders stay as they were found. */
function inOrder<T>(found: readonly Ordered<T>[]): T[] {
  const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return found.toSorted((a, b) => compare(a.order, b.order)).map(({ value }) => value);
}

function readDocument(fields: Fields, rechunked: string[]): Document {
  const { meta, origin } = fields;
  const id = identity(fields.id);
  const text = string(fields.text);
  const kept = fields.chunker === CHUNKER_VERSION ? readSpans(fields.passages, text) : null;
  const document: Document = {
    id,
    role: readRole(fields.role),
    group: identity(fields.group),
    title: string(fields.title),
    text,
    passages: kept ?? chunk(text),
    meta: new Map(list(meta).map((pair) => [string(list(pair)[0]), string(list(pair)[1])])),
    origin: origin === 'demo' ? 'demo' : 'own',
  };
  if (!kept) rechunked.push(id);
  return document;
}

function readGroup(fields: Fields): Group {
  const { id, role, name, hue, slot } = fields;
  const group = { id: identity(id), role: readRole(role), name: string(name) };
  return { ...group, ...(isHue(hue) && { hue }), ...(isSlot(slot) && { slot }) };
}

function readAbsent(fields: Fields): string[] {
  return list(fields.absentDemo).map(identity);
}
