import { documentId } from '../corpus/identity.ts';
import type { Corpus, Document, Group } from '../corpus/model.ts';
import type { GivenRows } from '../encoders/given.ts';
import { AppError, isError } from '../errors.ts';
import { MAX_JSON_LINE } from '../limits.ts';
import type { OwnAxis } from '../stance/own-axis.ts';
import { toBase64 } from './base64.ts';
import { readSpans, string, whole } from './checked.ts';
import { givenLine, readGiven, readSpaces, rowsIn, type ProjectSpace } from './given-lines.ts';
import { SCHEMA, storeDocument, storeGroup } from './records.ts';
import { revive } from './revive.ts';
import { reviveAxes, storeAxis } from './stored-axes.ts';

/** Ending of a project file, without its dot. */
export const PROJECT_EXTENSION = 'parable';
const FORMAT = 'parable-project';

/**
 * A project file is JSON Lines: a head, a line for each group, one for each axis of the reader's own
 * and one for each document with its vectors (base64 of float32, exact), so that it opens without any
 * model and is written and read in parts. A damaged line costs what it holds and nothing else.
 */
export interface ProjectHead {
  /** `encoderKey` of the vectors. */
  readonly encoder: string;
  readonly dims: number;
  /** `encodeView` of what was looked at. */
  readonly view: string;
  /** Spaces of vectors that came along (`core/encoders/given.ts`), in use or not. */
  readonly spaces: readonly ProjectSpace[];
}

/** A document with its vectors. */
export interface Vectored {
  readonly document: Document;
  /** Of its passages, [passages × dims]; null where there are none, or only of passages cut otherwise. */
  readonly vectors: Float32Array<ArrayBuffer> | null;
  /** For each of the head's `spaces` what it has there. */
  readonly given: readonly (GivenRows | null)[];
}

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

/** The head, the groups and the axes of a project file, as its first lines. */
export function headLines(head: ProjectHead, { groups }: Corpus, axes: readonly OwnAxis[]): string {
  const lines = [
    { format: FORMAT, schema: SCHEMA, ...head },
    ...[...groups.values()].map((group, order) => ({ group: storeGroup(group, order) })),
    ...axes.map((axis, order) => ({ axis: storeAxis(axis, order) })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The line of a document. */
export function documentLine({ document, vectors, given }: Vectored, order: number): string {
  const line = {
    document: storeDocument(document, order),
    vectors: vectors && toBase64(vectors),
    ...(given.some(Boolean) && { given: given.map(givenLine) }),
  };
  return `${JSON.stringify(line)}\n`;
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
    };
  } catch (thrown) {
    if (isError(thrown, 'storage-newer')) throw thrown;
    throw new AppError('project-malformed', { file }, thrown);
  }
}

/**
 * What further lines hold. One that cannot be read becomes a problem, and so does a document whose id
 * is not that of its text, for which a file could otherwise pass another text off.
 */
export function readLines(lines: readonly string[], { dims, spaces }: ProjectHead): ProjectPart {
  const records = lines.filter((line) => line.trim() !== '').map((line) => objectIn(line) ?? {});
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

function objectIn(line: string): Readonly<Record<string, unknown>> | null {
  if (line.length > 2 * MAX_JSON_LINE) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
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
