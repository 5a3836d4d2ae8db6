import { contentHash } from '../corpus/identity.ts';
import { CHUNKER_VERSION } from '../corpus/chunk.ts';
import { encoderKey, type EncoderSpec } from './encoder.ts';

/** Stands between encoder and hash; no hash has one. */
const MARK = '#';

/**
 * Key of one passage's vector: everything it depends on, and nothing else (docs/design.md, data model).
 * The encoder's key stands in front, so that what is kept can be counted and freed by encoder.
 */
export function vectorKey(spec: EncoderSpec, text: string): string {
  const encoder = encoderKey(spec);
  return vectorsOf(encoder) + contentHash('vector', encoder, CHUNKER_VERSION, text);
}

/** What the keys of an encoder's vectors begin with. @param encoder an `encoderKey` */
export function vectorsOf(encoder: string): string {
  return encoder + MARK;
}

/** The `encoderKey` that a vector's key begins with; null for a key of an earlier version. */
export function encoderOfVector(key: string): string | null {
  const end = key.lastIndexOf(MARK);
  return end < 0 ? null : key.slice(0, end);
}
