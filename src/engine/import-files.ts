import type { CutInput, CutText, DroppedFile, IngestJobs, Reading } from '../../workers/ingest.ts';
import type { Mappings } from '../core/corpus/parse/parse.ts';
import { CUT_SLICE_CHARS } from '../core/limits.ts';
import type { PauseSwitch } from './pause-switch.ts';
import type { WorkerClient } from './worker-client.ts';

type Ingest = WorkerClient<IngestJobs>;

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly pause: PauseSwitch;
}

/**
 * Reads files in the ingest worker, one after the other. If the worker dies, a fresh one goes on with
 * the file that was being read, so that nothing comes twice.
 *
 * @param onFile - each file once it is read, all files of an archive together
 * @param onPart - documents found so far in the file that is being read
 * @throws AppError `cancelled`, `worker-unavailable`
 */
export async function readFiles(
  ingest: Ingest,
  files: readonly DroppedFile[],
  mappings: Mappings,
  options: ImportOptions & {
    readonly onFile: (readings: readonly Reading[]) => void;
    readonly onPart: (documents: number) => void;
  },
): Promise<void> {
  const { onFile, onPart, ...running } = options;
  let next = 0;
  while (next < files.length) {
    await ingest.persist(() => {
      let readings: Reading[] = [];
      let documents = 0;
      return ingest.attempt(
        'read',
        { files: files.slice(next), mappings },
        {
          ...running,
          onProgress: ({ reading, finished }) => {
            if (finished === 0) {
              readings.push(reading);
              documents += reading.drafts.length;
              onPart(documents);
              return;
            }
            next++;
            onFile(readings);
            [readings, documents] = [[], 0];
          },
        },
      );
    });
  }
}

/**
 * Cuts texts in the ingest worker, a few megabytes at a time, so that no task copies a whole corpus.
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
  while (texts.length < inputs.length) {
    let end = texts.length;
    for (let chars = 0; end < inputs.length && chars < CUT_SLICE_CHARS; end++) {
      chars += inputs[end]?.text.length ?? 0;
    }
    texts.push(...(await ingest.run('cut', inputs.slice(texts.length, end), running)));
    onDone(texts.length);
  }
  return texts;
}
