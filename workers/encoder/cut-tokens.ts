import { encoderKey } from '../../src/core/encoders/encoder.ts';
import { openCutCounter, type CutCounter } from '../../src/core/encoders/cut-tokens.ts';
import { EMBED_BATCH } from '../../src/core/limits.ts';
import { modelSource } from '../../src/platform/model-source.ts';
import type { EmbedInput } from './embed.ts';
import type { Job } from '../job.ts';

let opened: { key: string; counter: Promise<CutCounter> } | null = null;

function counterFor({ spec, place }: Pick<EmbedInput, 'spec' | 'place'>): Promise<CutCounter> {
  const key = encoderKey(spec);
  if (opened?.key !== key) {
    const counter = openCutCounter(spec, modelSource(spec.id, place));
    counter.catch(() => (opened = null));
    opened = { key, counter };
  }
  return opened.counter;
}

/** Tokens of each text that the encoder leaves out, [texts]. */
export const countCut: Job<EmbedInput, never, Uint32Array<ArrayBuffer>> = async (
  input,
  { breathe },
) => {
  const count = await counterFor(input);
  const cut = new Uint32Array(input.texts.length);
  for (let start = 0; start < input.texts.length; start += EMBED_BATCH) {
    cut.set(count(input.texts.slice(start, start + EMBED_BATCH)), start);
    await breathe();
  }
  return cut;
};
