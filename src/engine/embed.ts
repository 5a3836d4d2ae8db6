import { AppError, type ErrorRecord } from '../core/errors.ts';
import { EMBED_SLICE, GATHER_CHARS } from '../core/limits.ts';
import { slices } from '../core/slices.ts';
import { rest } from '../platform/rest.ts';
import type { EncoderClient } from './embedding/encoder-client.ts';
import { PassageRows, type Passages } from './embedding/passage-rows.ts';
import type { EncoderChoice, Work } from './embedding/work.ts';

export type { EncoderChoice } from './embedding/work.ts';

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Passages done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Each document as soon as all its passages are done: [passages × dims]. */
  readonly onDocument: (id: string, vectors: Float32Array<ArrayBuffer>) => void;
}

/**
 * Embeds documents passage by passage, each different text once. If a worker dies, a fresh one goes on
 * after what is finished; each passage is embedded by itself, so the vectors are the same as without the
 * death. Static encoders have one worker, which is as fast as its cache; transformers have several.
 *
 * @returns why vectors could not be kept for next time, or null
 * @throws AppError `cancelled`, `worker-unavailable`, `model-missing`, `model-corrupt`,
 *   `model-unsupported`, `encoder-wrong`, `encoder-memory`; `encoder-elsewhere` if only vectors of the
 *   encoder are here
 */
export async function embedDocuments(
  encoder: EncoderClient,
  choice: EncoderChoice,
  documents: readonly Passages[],
  { signal, onProgress, onDocument }: EmbedOptions,
): Promise<ErrorRecord | null> {
  const { dims, kind, name } = choice.spec;
  if (kind === 'given') throw new AppError('encoder-elsewhere', { encoder: name });
  const rows = new PassageRows(dims, onDocument);
  for (const some of slices(documents, ({ text }) => text.length, GATHER_CHARS)) {
    rows.add(some);
    await rest();
    if (signal?.aborted) throw new AppError('cancelled', {});
  }
  const tell = (): void => onProgress?.(rows.done, rows.total);
  const work: Work = { choice, rows, signal, onProgress: tell, unkept: null };
  tell();
  await encoder.use(choice, async () => {
    if (kind !== 'transformer') return embedInOne(encoder, work);
    // Nobody downloads this who has no transformer.
    const { embedPooled } = await import('./embedding/pooled.ts');
    return embedPooled(encoder, work);
  });
  return work.unkept;
}

/** Embeds a slice after the other in the first worker. */
async function embedInOne(encoder: EncoderClient, work: Work): Promise<void> {
  const { choice, rows, signal } = work;
  let next = 0;
  while (next < rows.texts.length) {
    const end = Math.min(next + EMBED_SLICE, rows.texts.length);
    try {
      const result = await encoder.persist(() =>
        encoder.attempt(
          'embed',
          { ...choice, texts: rows.texts.slice(next, end) },
          {
            ...(signal && { signal }),
            onProgress: ({ count, vectors }) => {
              const texts = Array.from({ length: count }, (_, i) => next + i);
              next += count;
              rows.set(texts, vectors);
              work.onProgress();
            },
          },
        ),
      );
      work.unkept ??= result.unkept;
    } catch (thrown) {
      // What a failed load left behind is not used again.
      if (AppError.from(thrown).code.startsWith('model-')) encoder.terminate();
      throw thrown;
    }
  }
}
