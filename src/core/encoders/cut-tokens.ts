import type { EncoderSpec, ModelSource } from './encoder.ts';
import { readTokenizer } from './static/tokenizer.ts';

/** How many tokens of each text an encoder leaves out. */
export type CutCounter = (texts: readonly string[]) => Uint32Array<ArrayBuffer>;

/**
 * Counts what an encoder leaves out of texts, by its tokenizer alone: no weights are read and no vector
 * is computed, so that it can be asked of texts whose vectors are there already. The counts are those
 * that `Encoder.embed` gives.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`
 */
export async function openCutCounter(spec: EncoderSpec, source: ModelSource): Promise<CutCounter> {
  const { maxTokens } = spec;
  if (maxTokens === null) return (texts) => new Uint32Array(texts.length);
  if (spec.kind === 'transformer') {
    const { openTransformerCutCounter } = await import('./transformer/cut-counter.ts');
    return openTransformerCutCounter(spec, source);
  }
  const json = new TextDecoder().decode(await source.read('tokenizer.json'));
  const tokenizer = await readTokenizer(json, spec.id);
  return (texts) =>
    Uint32Array.from(texts, (text) => {
      const known = tokenizer.encode(text).filter((id) => !tokenizer.meaningless.has(id));
      return Math.max(0, known.length - maxTokens);
    });
}
