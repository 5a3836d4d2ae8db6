import { contentHash } from '../corpus/identity.ts';
import { CHUNKER_VERSION } from '../corpus/chunk.ts';
import { encoderKey, type EncoderSpec } from './encoder.ts';

/** Key of one passage's vector: everything it depends on, and nothing else (docs/design.md, data model). */
export function vectorKey(spec: EncoderSpec, text: string): string {
  return contentHash('vector', encoderKey(spec), CHUNKER_VERSION, text);
}
