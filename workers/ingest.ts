import * as Comlink from 'comlink';
import { cutText, type Cut } from '../src/core/corpus/documents.ts';
import { bytesHash, contentHash } from '../src/core/corpus/identity.ts';
import type { Role } from '../src/core/corpus/model.ts';
import { readAhead, type ByteSource } from '../src/core/corpus/parse/byte-source.ts';
import { NOTHING } from '../src/core/corpus/parse/findings.ts';
import { Pace, type Breathe } from '../src/core/corpus/parse/pace.ts';
import {
  parseSource,
  type Draft,
  type Mappings,
  type Note,
  type Parsed,
  type Table,
  type VectorFile,
} from '../src/core/corpus/parse/parse.ts';
import { withoutLines } from '../src/core/corpus/repeats/lines.ts';
import {
  buffersOf,
  packPrints,
  unpackPrints,
  type PackedPrints,
} from '../src/core/corpus/repeats/packed-prints.ts';
import { printOf, type Print } from '../src/core/corpus/repeats/print.ts';
import { survey, type Bunch, type Survey } from '../src/core/corpus/repeats/survey.ts';
import { catching } from '../src/core/corpus/rules/catching.ts';
import type { Rule, Sortable } from '../src/core/corpus/rules/rule.ts';
import {
  readHead,
  readLines,
  type ProjectHead,
  type ProjectPart,
} from '../src/core/project/project-file.ts';
import { AppError, type ErrorRecord } from '../src/core/errors.ts';
import { READ_PART_CHARS, READ_PART_MS } from '../src/core/limits.ts';
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

/** What one dropped file holds, or one file of a dropped archive, or a part of either. */
export interface Reading {
  readonly drafts: readonly Draft[];
  /** Of each draft's text. */
  readonly prints: PackedPrints;
  readonly problems: readonly ErrorRecord[];
  readonly notes: readonly Note[];
  readonly tables: readonly Table[];
  readonly matrices: readonly VectorFile[];
  /** Of all vectors that came along in it; null without any. */
  readonly vectorsHash: string | null;
}

/** What a part of a project file holds. */
export interface ProjectRead extends Omit<ProjectPart, 'problems'> {
  readonly problems: readonly ErrorRecord[];
}

/** Bytes of a project file read at once: more than the longest line of its head has. */
const PROJECT_PART = 2 ** 22;

/**
 * Parses dropped files and hands on what they hold in parts of about a megabyte; one that cannot be
 * read becomes a problem and the rest goes on.
 */
const read: Job<ReadInput, readonly Reading[], null> = async ({ files, mappings }, context) => {
  let waiting: Reading[] = [];
  let chars = 0;
  let since = performance.now();
  const handOver = async (): Promise<void> => {
    const buffers = waiting.flatMap(({ prints, ...holding }) => [
      ...buffersOf(prints),
      ...vectorsIn(holding).map(({ buffer }) => buffer),
    ]);
    context.report(Comlink.transfer(waiting, buffers));
    [waiting, chars, since] = [[], 0, performance.now()];
    await context.delivered();
  };
  const sources = files.map(({ file, path }) => sourceOf(file, path));
  // Of small files the system is asked for all at once: each question takes longer than the reading.
  const opened = files.length > 1 ? sources.map(readAhead) : sources;
  for (const [at, { file, path }] of files.entries()) {
    const named = { name: file.name, path };
    for await (const parsed of parseSource(named, opened[at]!, mappings, context.breathe)) {
      for (const part of slices(parsed)) {
        const reading = await readingOf(part, context.breathe);
        await context.breathe();
        waiting.push(reading);
        chars += part.drafts.reduce((sum, { text }) => sum + text.length, 0);
        const late = performance.now() - since > READ_PART_MS;
        if (late || chars >= READ_PART_CHARS) await handOver();
      }
    }
  }
  if (waiting.length > 0) await handOver();
  return null;
};

function vectorsIn({
  drafts,
  matrices,
}: Pick<Parsed, 'drafts' | 'matrices'>): Float32Array<ArrayBuffer>[] {
  return [...drafts.flatMap(({ vector }) => vector ?? []), ...matrices.map(({ values }) => values)];
}

function hashOf(vectors: readonly Float32Array<ArrayBuffer>[]): string | null {
  if (vectors.length === 0) return null;
  return contentHash(...vectors.map(({ buffer }) => bytesHash(new Uint8Array(buffer))));
}

/** What was parsed, its documents about a megabyte at a time. */
function* slices({ drafts, ...rest }: Parsed): Generator<Parsed> {
  let start = 0;
  let chars = 0;
  for (const [at, { text }] of drafts.entries()) {
    chars += text.length;
    if (chars < READ_PART_CHARS || at === drafts.length - 1) continue;
    yield { ...NOTHING, drafts: drafts.slice(start, at + 1) };
    [start, chars] = [at + 1, 0];
  }
  yield { ...rest, drafts: drafts.slice(start) };
}

async function readingOf(parsed: Parsed, breathe: Breathe): Promise<Reading> {
  const prints = packPrints(await printsOf(parsed.drafts, breathe));
  const problems = parsed.problems.map((problem) => problem.toRecord());
  return { ...parsed, prints, problems, vectorsHash: hashOf(vectorsIn(parsed)) };
}

async function printsOf(drafts: readonly Draft[], breathe: Breathe): Promise<Print[]> {
  const pace = new Pace(breathe);
  const prints: Print[] = [];
  for (const { text } of drafts) {
    prints.push(printOf(text));
    const rest = pace.worked(text.length);
    if (rest) await rest;
  }
  return prints;
}

/** Texts that come in together, as they travel. */
export interface PackedBunch extends Omit<Bunch, 'prints'> {
  readonly prints: PackedPrints;
}

/** Finds duplicates and templates by prints alone. */
const findRepeats: Job<readonly PackedBunch[], never, Survey> = (bunches) =>
  survey(bunches.map((bunch) => ({ ...bunch, prints: unpackPrints(bunch.prints) })));

export interface CutInput {
  readonly role: Role;
  readonly text: string;
  /** Hashes of the lines to leave out. */
  readonly without: readonly number[];
}

export interface CutText extends Cut {
  /** Where it is not the one that was given. */
  readonly text: string | null;
}

/** Texts with their identities and passages, lines of a template left out. */
const cut: Job<readonly CutInput[], never, readonly CutText[]> = async (inputs, context) => {
  const texts: CutText[] = [];
  for (const { role, text, without } of inputs) {
    const kept = without.length === 0 ? text : withoutLines(text, new Set(without));
    texts.push({ ...cutText(role, kept), text: kept === text ? null : kept });
    await context.breathe();
  }
  return texts;
};

export interface SortInput {
  readonly rules: readonly Rule[];
  readonly documents: readonly Sortable[];
}

/** Asks rules about documents, and tells which rule it is about to ask: the last one told may never end. */
const sort: Job<SortInput, number, Int32Array<ArrayBuffer>> = async (input, context) => {
  const steps = catching(input.rules, input.documents);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    context.report(step.value);
    await context.breathe();
  }
};

/**
 * Reads a project file part by part and hands on what each part holds.
 * @throws AppError `project-malformed`, `storage-newer`, `file-unreadable`
 */
const openProject: Job<DroppedFile, ProjectRead, ProjectHead> = async ({ file, path }, context) => {
  const source = sourceOf(file, path);
  const decoder = new TextDecoder();
  let head: ProjectHead | null = null;
  let rest = '';
  for (let start = 0; start < source.size || head === null; start += PROJECT_PART) {
    const bytes = await source.read(start, start + PROJECT_PART);
    const last = start + PROJECT_PART >= source.size;
    const lines = (rest + decoder.decode(bytes, { stream: !last })).split('\n');
    rest = last ? '' : (lines.pop() ?? '');
    if (head === null) {
      if (lines.length === 0 && !last) throw new AppError('project-malformed', { file: path });
      head = readHead(lines.shift() ?? '', path);
    }
    const part = readLines(lines, head);
    context.report({ ...part, problems: part.problems.map((problem) => problem.toRecord()) });
    await context.breathe();
  }
  return head;
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

const jobs = { read, findRepeats, cut, sort, openProject };
export type IngestJobs = typeof jobs;

carryErrors();
serve(jobs);
