import type { EncoderJobs } from '../../workers/encoder.ts';
import type { Document } from '../core/corpus/model.ts';
import type { EncoderSpec } from '../core/encoders/encoder.ts';
import { AppError, type ErrorRecord } from '../core/errors.ts';
import { EMBED_SLICE } from '../core/limits.ts';
import type { ModelPlace } from '../platform/model-source.ts';
import type { WorkerClient } from './worker-client.ts';

export interface EncoderChoice {
  readonly spec: EncoderSpec;
  readonly place: ModelPlace;
}

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Passages done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Each document as soon as all its passages are done: [passages × dims]. */
  readonly onDocument: (id: string, vectors: Float32Array<ArrayBuffer>) => void;
}

/**
 * Embeds documents passage by passage in the encoder worker. If the worker dies, a fresh one goes
 * on after the last finished batch; each passage is embedded by itself, so the vectors are the same
 * as without the death.
 *
 * @returns why vectors could not be kept for next time, or null
 * @throws AppError `cancelled`, `worker-unavailable`, `model-missing`, `model-corrupt`, `model-unsupported`;
 *   `encoder-elsewhere` if only vectors of the encoder are here
 */
export async function embedDocuments(
  encoder: WorkerClient<EncoderJobs>,
  choice: EncoderChoice,
  documents: readonly Pick<Document, 'id' | 'text' | 'passages'>[],
  { signal, onProgress, onDocument }: EmbedOptions,
): Promise<ErrorRecord | null> {
  const { dims, kind, name } = choice.spec;
  if (kind === 'given') throw new AppError('encoder-elsewhere', { encoder: name });
  const texts = documents.flatMap(({ text, passages }) =>
    passages.map(({ start, end }) => text.slice(start, end)),
  );
  const rows = new Float32Array(texts.length * dims);
  const finished = finisher(documents, (id, from, to) => {
    onDocument(id, rows.slice(from * dims, to * dims));
  });
  let done = 0;
  let unkept: ErrorRecord | null = null;
  finished(done);
  onProgress?.(done, texts.length);
  while (done < texts.length) {
    const end = Math.min(done + EMBED_SLICE, texts.length);
    const result = await persistently(encoder, () =>
      encoder.attempt(
        'embed',
        { ...choice, texts: texts.slice(done, end) },
        {
          ...(signal && { signal }),
          onProgress: ({ count, vectors }) => {
            rows.set(vectors, done * dims);
            done += count;
            finished(done);
            onProgress?.(done, texts.length);
          },
        },
      ),
    );
    unkept ??= result.unkept;
  }
  return unkept;
}

/** A runtime that failed queues every later call behind the failure, so what comes next starts afresh. */
async function persistently<T>(
  encoder: WorkerClient<EncoderJobs>,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await encoder.persist(action);
  } catch (thrown) {
    if (AppError.from(thrown).code.startsWith('model-')) encoder.terminate();
    throw thrown;
  }
}

/** Tells of each document once the rows done so far cover all its passages. */
function finisher(
  documents: readonly Pick<Document, 'id' | 'passages'>[],
  finish: (id: string, from: number, to: number) => void,
): (done: number) => void {
  let next = 0;
  let from = 0;
  return (done) => {
    for (let document = documents[next]; document; document = documents[++next]) {
      const to = from + document.passages.length;
      if (to > done) return;
      finish(document.id, from, to);
      from = to;
    }
  };
}
