import { encoderKey, type Encoder, type EncoderSpec } from '../../src/core/encoders/encoder.ts';
import { loadEncoder } from '../../src/core/encoders/load.ts';
import type { Device } from '../../src/core/encoders/transformer/runtime.ts';
import { modelSource, type ModelPlace } from '../../src/platform/model-source.ts';
import { useGraphicsRuntime } from './graphics-runtime.ts';

/** An encoder, where its files are, and what it computes on. */
export interface EncoderAt {
  readonly spec: EncoderSpec;
  readonly place: ModelPlace;
  /** For transformers; the processor if not given. */
  readonly device?: Device;
}

export interface OpenedEncoder {
  readonly encoder: Encoder;
  /** Of the files that it was read from. */
  readonly bytes: number;
}

let opened: { key: string; encoder: Promise<OpenedEncoder> } | null = null;

/** The encoder, loaded when it is first needed; a failed load is tried anew. */
export function openEncoder({ spec, place, device = 'wasm' }: EncoderAt): Promise<OpenedEncoder> {
  const at = place.at === 'site' ? place.folder : place.at;
  const key = `${device} ${at} ${encoderKey(spec)}`;
  if (opened?.key !== key) {
    const encoder = load({ spec, place, device });
    encoder.catch(() => (opened = null));
    opened = { key, encoder };
  }
  return opened.encoder;
}

async function load({ spec, place, device }: EncoderAt): Promise<OpenedEncoder> {
  if (device === 'webgpu') await useGraphicsRuntime();
  const source = modelSource(spec.id, place);
  let bytes = 0;
  const counting = {
    read: async (path: string) => {
      const file = await source.read(path);
      bytes += file.length;
      return file;
    },
  };
  const encoder = await loadEncoder(spec, counting, device);
  // A session whose device is lost may never answer again. The page notices that a worker is gone.
  void encoder.lost?.then(() => close());
  return { encoder, bytes };
}
