import type { EncoderSpec, ModelSource } from '../encoder.ts';
import type { CutCounter } from '../cut-tokens.ts';
import { step } from './failures.ts';
import { loadRuntime, mount } from './runtime.ts';
import { openFrame, putInFrame } from './token-frame.ts';

/** Counts what a transformer leaves out; its weights are not loaded. @throws as `openCutCounter` */
export async function openTransformerCutCounter(
  spec: EncoderSpec,
  source: ModelSource,
): Promise<CutCounter> {
  const { AutoTokenizer } = await loadRuntime();
  const mounted = mount(source);
  const tokenizer = await step(spec, mounted, 'tokenizer.json', () =>
    AutoTokenizer.from_pretrained(mounted.name),
  );
  const frame = openFrame(tokenizer, spec.prefix);
  return (texts) =>
    Uint32Array.from(texts, (text) => {
      const bare = tokenizer.encode(text, { add_special_tokens: false });
      return putInFrame(bare, frame, spec.maxTokens).truncated;
    });
}
