import { toDocument, type Placement } from '../src/core/corpus/documents.ts';
import type { Document } from '../src/core/corpus/model.ts';
import type { ByteSource } from '../src/core/corpus/parse/byte-source.ts';
import { joinConditions } from '../src/core/corpus/parse/conditions.ts';
import {
  parseSource,
  type Draft,
  type Mappings,
  type Note,
  type Table,
} from '../src/core/corpus/parse/parse.ts';
import { AppError, type ErrorRecord } from '../src/core/errors.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job } from './job.ts';

export interface DroppedFile {
  readonly file: File;
  /** Path below the dropped folder, `/`-separated; the bare name for a single file. */
  readonly path: string;
}

export interface ReadInput {
  readonly files: readonly DroppedFile[];
  /** By the path of a file: what the reader says that its columns mean. */
  readonly mappings: Mappings;
}

export interface Reading {
  readonly drafts: readonly Draft[];
  readonly problems: readonly ErrorRecord[];
  readonly notes: readonly Note[];
  readonly tables: readonly Table[];
}

export interface Counted {
  readonly done: number;
  readonly total: number;
}

/** Parses dropped files; one that cannot be read becomes a problem and the rest goes on. */
const read: Job<ReadInput, Counted, Reading> = async ({ files, mappings }, context) => {
  const drafts: Draft[] = [];
  const problems: ErrorRecord[] = [];
  const notes: Note[] = [];
  const tables: Table[] = [];
  for (const [index, { file, path }] of files.entries()) {
    for await (const parsed of parseSource(
      { name: file.name, path },
      sourceOf(file, path),
      mappings,
    )) {
      for (const draft of parsed.drafts) drafts.push(draft);
      for (const problem of parsed.problems) problems.push(problem.toRecord());
      notes.push(...parsed.notes);
      tables.push(...parsed.tables);
      await context.breathe();
    }
    context.report({ done: index + 1, total: files.length });
  }
  return { drafts: joinConditions(drafts), problems, notes, tables };
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

function sourceOf(file: File, path: string): ByteSource {
  return {
    size: file.size,
    read: async (start, end) => {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (thrown) {
        throw new AppError('file-unreadable', { file: path }, thrown);
      }
    },
  };
}

// PDF.js lets parts of a damaged file reject with nobody listening; what matters it throws as well.
addEventListener('unhandledrejection', (event) => event.preventDefault());

const jobs = { read, place };
export type IngestJobs = typeof jobs;

carryErrors();
serve(jobs);
