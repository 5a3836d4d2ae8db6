import { documentId } from '../corpus/identity.ts';
import type { Group } from '../corpus/model.ts';
import type { GivenRows } from '../encoders/given.ts';
import { AppError, isError } from '../errors.ts';
import { MAX_JSON_LINE } from '../limits.ts';
import type { OwnAxis } from '../stance/own-axis.ts';
import { readSpans, string, tally, whole } from './checked.ts';
import { readGiven, readSpaces, rowsIn } from './given-lines.ts';
import type { Fields } from './migrate.ts';
import { FORMAT, type ProjectHead, type RecordCounts, type Vectored } from './project-file.ts';
import { SCHEMA } from './records.ts';
import { revive } from './revive.ts';
import { reviveAxes } from './stored-axes.ts';

/** A document as read from a file, with the passages that its vectors are of. */
export interface VectoredRead extends Vectored {
  readonly rows: GivenRows | null;
}

/** What some lines of a project file hold. */
export interface ProjectPart {
  readonly groups: readonly Group[];
  readonly axes: readonly OwnAxis[];
  readonly documents: readonly VectoredRead[];
  readonly problems: readonly AppError[];
}

/**
 * The first line of a project file.
 *
 * @throws AppError `project-malformed` if it is none; `storage-newer` for one of a later release
 */
export function readHead(line: string, file: string): ProjectHead {
  const fields = objectIn(line);
  if (fields?.format !== FORMAT) throw new AppError('project-malformed', { file });
  try {
    if (whole(fields.schema) > SCHEMA) {
      throw new AppError('storage-newer', { found: whole(fields.schema), known: SCHEMA });
    }
    return {
      encoder: string(fields.encoder),
      dims: whole(fields.dims),
      view: string(fields.view),
      spaces: readSpaces(fields.spaces),
      records: readCounts(fields.records),
    };
  } catch (thrown) {
    if (isError(thrown, 'storage-newer')) throw thrown;
    throw new AppError('project-malformed', { file }, thrown);
  }
}

/**
 * Whether a project file ends before all is there that its head counts, or in the middle of a line.
 * What a file of a release that did not count lost in whole lines cannot be told.
 *
 * @param records lines behind the head that are not blank, a cut one left out
 * @param cut whether the last line `isCut`
 */
export function endsEarly(
  { records: counts }: ProjectHead,
  records: number,
  cut: boolean,
): boolean {
  return cut || (counts !== null && records < counts.groups + counts.axes + counts.documents);
}

/** Whether a line that no newline follows is only the beginning of one. */
export function isCut(line: string): boolean {
  return !isBlank(line) && objectIn(line) === null;
}

/** Whether a line holds nothing, as behind the last newline. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/**
 * What further lines hold. One that cannot be read becomes a problem, and so does a document whose id
 * is not that of its text, for which a file could otherwise pass another text off.
 */
export function readLines(lines: readonly string[], { dims, spaces }: ProjectHead): ProjectPart {
  const records = lines.filter((line) => !isBlank(line)).map((line) => objectIn(line) ?? {});
  const stored = revive({
    groups: records.flatMap(({ group }) => (group === undefined ? [] : [group])),
    documents: records.flatMap(({ group, axis, document }) =>
      group === undefined && axis === undefined ? [document] : [],
    ),
    settings: null,
  });
  const own = reviveAxes(records.flatMap(({ axis }) => (axis === undefined ? [] : [axis])));
  const lineOf = new Map(records.map((record) => [idIn(record.document), record]));
  // Vectors of a document that had to be cut anew belong to other passages.
  const anew = new Set(stored.rechunked);
  const problems = [...stored.problems, ...own.problems];
  const documents = stored.documents.flatMap((document): VectoredRead[] => {
    const { id, role, text } = document;
    if (id !== documentId(role, text)) {
      problems.push(new AppError('record-malformed', { kind: 'document', id }));
      return [];
    }
    const line = lineOf.get(id) ?? {};
    const passages = anew.has(id) ? readSpans(passagesIn(line.document), text) : document.passages;
    const rows = passages && rowsIn(line.vectors, passages, dims);
    const vectors = rows && !anew.has(id) ? rows.vectors : null;
    return [{ document, vectors, rows, given: readGiven(line.given, spaces, text) }];
  });
  return { groups: stored.groups, axes: own.axes, documents, problems };
}

function objectIn(line: string): Fields | null {
  if (line.length > 2 * MAX_JSON_LINE) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function readCounts(value: unknown): RecordCounts | null {
  if (value === undefined) return null;
  const { groups, axes, documents } = value as Fields;
  return { groups: tally(groups), axes: tally(axes), documents: tally(documents) };
}

function idIn(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'id' in document
    ? document.id
    : undefined;
}

function passagesIn(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'passages' in document
    ? document.passages
    : undefined;
}
