import * as Comlink from 'comlink';
import { bytesHash, contentHash } from '../../src/core/corpus/identity.ts';
import { readAhead } from '../../src/core/corpus/parse/byte-source.ts';
import { NOTHING } from '../../src/core/corpus/parse/findings.ts';
import { Pace, type Breathe } from '../../src/core/corpus/parse/pace.ts';
import {
  parseSource,
  type Draft,
  type Mappings,
  type Note,
  type Parsed,
  type Table,
  type VectorFile,
} from '../../src/core/corpus/parse/parse.ts';
import {
  buffersOf,
  packPrints,
  type PackedPrints,
} from '../../src/core/corpus/repeats/packed-prints.ts';
import { printOf, type Print } from '../../src/core/corpus/repeats/print.ts';
import type { ErrorRecord } from '../../src/core/errors.ts';
import { READ_PART_CHARS, READ_PART_MS } from '../../src/core/limits.ts';
import type { Job } from '../job.ts';
import { sourceOf, type DroppedFile } from './dropped-file.ts';

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

/**
 * Parses dropped files and hands on what they hold in parts of about a megabyte; one that cannot be
 * read becomes a problem and the rest goes on.
 */
export const read: Job<ReadInput, readonly Reading[], null> = async (
  { files, mappings },
  context,
) => {
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
  const sources = files.map(sourceOf);
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
