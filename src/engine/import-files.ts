import type { IngestJobs } from '../../workers/ingest.ts';
import type { CutInput, CutText } from '../../workers/ingest/cut.ts';
import type { DroppedFile } from '../../workers/ingest/dropped-file.ts';
import type { Reading } from '../../workers/ingest/read.ts';
import type { Mappings } from '../core/corpus/parse/parse.ts';
import { isError } from '../core/errors.ts';
import {
  CUT_SLICE_CHARS,
  READ_BYTES,
  READ_FILES,
  SILENCE_MS,
  SILENCE_MS_PER_BYTE,
} from '../core/limits.ts';
import { slices } from '../core/slices.ts';
import { givenUp } from './given-up.ts';
import type { PauseSwitch } from './pause-switch.ts';
import type { WorkerClient } from './worker-client.ts';

type Ingest = WorkerClient<IngestJobs>;

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly pause: PauseSwitch;
}

export interface ReadOptions extends ImportOptions {
  /** What some files hold once they are read, all files of an archive together, and how many they are. */
  readonly onFiles: (readings: readonly Reading[], files: number) => void;
  /** Documents found so far in the files that are being read. */
  readonly onPart: (documents: number) => void;
  /** Ms without a sign of life, for files of so many bytes, after which their reader counts as stuck. */
  readonly silence?: (bytes: number) => number;
}

/**
 * Reads files in the ingest worker, a handful of small ones or a large one at a time. If the worker
 * dies, a fresh one goes on with those that were being read, so that nothing comes twice. A file that
 * lets no worker live, or keeps one busy without end, becomes a problem, and the next one is read.
 *
 * @throws AppError `cancelled`, `worker-unavailable`
 */
export async function readFiles(
  ingest: Ingest,
  files: readonly DroppedFile[],
  mappings: Mappings,
  options: ReadOptions,
): Promise<void> {
  for (let next = 0; next < files.length;) {
    const batch = handful(files, next);
    await readBatch(ingest, batch, mappings, options);
    next += batch.length;
  }
}

async function readBatch(
  ingest: Ingest,
  files: readonly DroppedFile[],
  mappings: Mappings,
  options: ReadOptions,
): Promise<void> {
  const { onFiles, onPart, silence = patience, ...running } = options;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  try {
    const found = await ingest.persist(async () => {
      const readings: Reading[] = [];
      let documents = 0;
      const input = { files, mappings };
      await ingest.attempt('read', input, {
        ...running,
        silence: silence(bytes),
        onProgress: (part) => {
          readings.push(...part);
          documents += part.reduce((sum, { drafts }) => sum + drafts.length, 0);
          onPart(documents);
        },
      });
      return readings;
    });
    onFiles(found, files.length);
  } catch (thrown) {
    if (!isError(thrown, 'worker-stuck') && !isError(thrown, 'worker-unavailable')) throw thrown;
    // Rejects where no worker comes up at all, whatever it is given.
    await ingest.run('findRepeats', [], running);
    const [file, ...others] = files;
    if (others.length > 0) {
      // One of them is to blame: each by itself shows which.
      for (const each of files) await readBatch(ingest, [each], mappings, options);
    } else if (file) {
      onFiles([givenUp(file.path, thrown)], 1);
    }
  }
}

function patience(bytes: number): number {
  return SILENCE_MS + bytes * SILENCE_MS_PER_BYTE;
}

/** The files from `start` on that are read together: one at least. */
function handful(files: readonly DroppedFile[], start: number): DroppedFile[] {
  let end = start;
  for (let bytes = 0; end < files.length && end - start < READ_FILES; end++) {
    bytes += files[end]?.file.size ?? 0;
    if (bytes > READ_BYTES && end > start) break;
  }
  return files.slice(start, end);
}

/**
 * Cuts texts in the ingest worker, half a megabyte at a time, so that no task copies a whole corpus.
 *
 * @param onDone - with the number of texts done
 * @returns in the order of the texts
 * @throws AppError `cancelled`, `worker-unavailable`
 */
export async function cutTexts(
  ingest: Ingest,
  inputs: readonly CutInput[],
  { onDone, ...running }: ImportOptions & { readonly onDone: (done: number) => void },
): Promise<CutText[]> {
  const texts: CutText[] = [];
  for (const some of slices(inputs, ({ text }) => text.length, CUT_SLICE_CHARS)) {
    texts.push(...(await ingest.run('cut', some, running)));
    onDone(texts.length);
  }
  return texts;
}
