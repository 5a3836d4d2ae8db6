import type { Document } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';

/** In passages. */
export interface EmbeddingProgress {
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
}

interface RunEvents {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EmbeddingProgress) => void;
  readonly onDocument: (id: string, vectors: Float32Array<ArrayBuffer>) => void;
}

/**
 * Embeds documents and tells how long it will take.
 * @returns why vectors could not be kept for another time; null where they could
 * @throws AppError `cancelled`, or whatever the encoder throws
 */
export async function runEmbedding(
  encoder: Engine['encoder'],
  choice: EncoderChoice,
  documents: readonly Document[],
  { signal, onProgress, onDocument }: RunEvents,
): Promise<AppError | null> {
  const startedAt = performance.now();
  const unkept = await embedDocuments(encoder, choice, documents, {
    ...(signal && { signal }),
    onProgress: (done, total) => {
      const secondsEach = (performance.now() - startedAt) / 1000 / done;
      onProgress?.({ done, total, etaSeconds: done > 0 ? secondsEach * (total - done) : null });
    },
    onDocument,
  });
  return unkept && AppError.fromRecord(unkept);
}
