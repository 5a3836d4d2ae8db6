import { contentHash } from '../corpus/identity.ts';
import { AppError } from '../errors.ts';
import { fromBase64, toBase64 } from '../project/base64.ts';
import type { EncoderSpec, ModelSource } from './encoder.ts';
import { CHECK_TEXTS } from './self-check.ts';

/** Names the texts, so that a file made for others is not taken for these. */
const TEXTS = contentHash('golden', ...CHECK_TEXTS);

/**
 * A file for `EncoderSpec.golden`: the vectors of `CHECK_TEXTS` as a machine gave them that is known to
 * be right. @param vectors [texts × dims]
 */
export function goldenFile(vectors: Float32Array<ArrayBuffer>): string {
  return `${JSON.stringify({ texts: TEXTS, vectors: toBase64(vectors) })}\n`;
}

/**
 * The vectors that a model is known to give for `CHECK_TEXTS`, [texts × dims]; null if none came with
 * it, or only those of other texts.
 * @throws AppError `model-missing`, `model-corrupt`
 */
export async function readGolden(
  spec: EncoderSpec,
  source: ModelSource,
): Promise<Float32Array<ArrayBuffer> | null> {
  if (spec.golden === undefined) return null;
  const bytes = await source.read(spec.golden);
  try {
    const file = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (file.texts !== TEXTS) return null;
    const vectors = fromBase64(String(file.vectors));
    if (vectors.length === CHECK_TEXTS.length * spec.dims) return vectors;
  } catch {
    // Reported below, as is a wrong number of vectors.
  }
  const params = { encoder: spec.id, file: spec.golden, reason: 'not the vectors of its texts' };
  throw new AppError('model-corrupt', params);
}
