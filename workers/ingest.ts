import { toDocument, type Placement } from '../src/core/corpus/documents.ts';
import type { Document } from '../src/core/corpus/model.ts';
import { parseFile, type Draft, type Note } from '../src/core/corpus/parse/parse.ts';
import { AppError, type ErrorRecord } from '../src/core/errors.ts';
import { MAX_FILE_BYTES } from '../src/core/limits.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job } from './job.ts';

export interface DroppedFile {
  readonly file: File;
  /** Path below the dropped folder, `/`-separated; the bare name for a single file. */
  readonly path: string;
}

export interface Reading {
  readonly drafts: readonly Draft[];
  readonly problems: readonly ErrorRecord[];
  readonly notes: readonly Note[];
}

export interface Counted {
  readonly done: number;
  readonly total: number;
}

/** Parses dropped files; one that cannot be read becomes a problem and the rest goes on. */
const read: Job<readonly DroppedFile[], Counted, Reading> = async (files, context) => {
  const drafts: Draft[] = [];
  const problems: ErrorRecord[] = [];
  const notes: Note[] = [];
  for (const [index, { file, path }] of files.entries()) {
    try {
      const parsed = parseFile({ name: file.name, path, bytes: await bytesOf(file, path) });
      drafts.push(...parsed.drafts);
      problems.push(...parsed.problems.map((problem) => problem.toRecord()));
      notes.push(...parsed.notes);
    } catch (thrown) {
      problems.push(AppError.from(thrown).toRecord());
    }
    context.report({ done: index + 1, total: files.length });
    await context.breathe();
  }
  return { drafts, problems, notes };
};

/** Turns drafts into documents of the corpus: identity and passages. */
const place: Job<
  readonly { draft: Draft; placement: Placement }[],
  Counted,
  readonly Document[]
> = async (placed, context) => {
  const documents: Document[] = [];
  for (const { draft, placement } of placed) {
    documents.push(toDocument(draft, placement));
    if (documents.length % 50 === 0) {
      context.report({ done: documents.length, total: placed.length });
      await context.breathe();
    }
  }
  return documents;
};

/** Refused by its size alone: what is too large is never read. */
async function bytesOf(file: File, path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError('file-too-large', {
      file: path,
      bytes: file.size,
      limit: MAX_FILE_BYTES,
    });
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (thrown) {
    throw new AppError('file-unreadable', { file: path }, thrown);
  }
}

const jobs = { read, place };
export type IngestJobs = typeof jobs;

carryErrors();
serve(jobs);
