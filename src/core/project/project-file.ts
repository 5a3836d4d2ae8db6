import type { Corpus, Document } from '../corpus/model.ts';
import type { GivenRows } from '../encoders/given.ts';
import type { OwnAxis } from '../stance/own-axis.ts';
import { toBase64 } from './base64.ts';
import { givenLine, type ProjectSpace } from './given-lines.ts';
import { SCHEMA, storeDocument, storeGroup } from './records.ts';
import { storeAxis } from './stored-axes.ts';

/** Ending of a project file, without its dot. */
export const PROJECT_EXTENSION = 'parable';
/** What the head of a project file names itself. */
export const FORMAT = 'parable-project';

/**
 * A project file is JSON Lines: a head, a line for each group, one for each axis of the reader's own
 * and one for each document with its vectors (base64 of float32, exact), so that it opens without any
 * model and is written and read in parts. A damaged line costs what it holds and nothing else.
 * Read by `read-project.ts`.
 */
export interface ProjectHead {
  /** `encoderKey` of the vectors. */
  readonly encoder: string;
  readonly dims: number;
  /** `encodeView` of what was looked at. */
  readonly view: string;
  /** Spaces of vectors that came along (`core/encoders/given.ts`), in use or not. */
  readonly spaces: readonly ProjectSpace[];
  /** How many lines follow, by what they hold; null in files of a release that did not count them. */
  readonly records: RecordCounts | null;
}

/** Lines of a project file behind its head. */
export interface RecordCounts {
  readonly groups: number;
  readonly axes: number;
  readonly documents: number;
}

/** A document with its vectors. */
export interface Vectored {
  readonly document: Document;
  /** Of its passages, [passages × dims]; null where there are none, or only of passages cut otherwise. */
  readonly vectors: Float32Array<ArrayBuffer> | null;
  /** For each of the head's `spaces` what it has there. */
  readonly given: readonly (GivenRows | null)[];
}

/** The head, the groups and the axes of a project file, as its first lines; one for each document follows. */
export function headLines(
  head: Omit<ProjectHead, 'records'>,
  { groups, documents }: Corpus,
  axes: readonly OwnAxis[],
): string {
  const records: RecordCounts = {
    groups: groups.size,
    axes: axes.length,
    documents: documents.size,
  };
  const lines = [
    { format: FORMAT, schema: SCHEMA, ...head, records },
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
