import { TINY_DIMS, TINY_MAX_TOKENS, tinyBert } from '../../../scripts/onnx/tiny-bert-files.ts';
import type { Replacement } from './site.ts';

/** What Chromium says when a page looks for a graphics processor where there is none. */
export const NO_GRAPHICS = /No available adapters/;

const SPEC = {
  id: 'tiny-bert',
  revision: '1',
  kind: 'transformer',
  name: 'Tiny BERT, random weights',
  dims: TINY_DIMS,
  dtype: 'float32',
  pooling: 'mean',
  maxTokens: TINY_MAX_TOKENS,
  licence: 'none needed',
  path: 'tiny-bert/',
};

/**
 * A host's own choice of encoder: a transformer beside the site, named as its default.
 * @param changed fields of its entry that differ, and files to replace or, where null, to leave out
 */
export function hostedTransformer(
  changed: object = {},
  files: Readonly<Record<string, string | Uint8Array | null>> = {},
): Record<string, Replacement> {
  const all = new Map<string, string | Uint8Array | null>(tinyBert());
  for (const [path, content] of Object.entries(files)) all.set(path, content);
  const overlay: Record<string, Replacement> = {
    'models/registry.json': JSON.stringify({
      schema: 1,
      default: SPEC.id,
      encoders: [{ ...SPEC, ...changed }],
    }),
  };
  for (const [path, content] of all) {
    if (content !== null) overlay[`models/tiny-bert/${path}`] = content;
  }
  return overlay;
}
