import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSource } from '../../src/core/encoders/encoder.ts';
import { AppError } from '../../src/core/errors.ts';

/** A model's folder on this computer, for scripts, benchmarks and tests. */
export function folderModelSource(encoder: string, folder: string): ModelSource {
  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(folder, path)));
      } catch (thrown) {
        throw new AppError('model-missing', { encoder, file: path }, thrown);
      }
    },
  };
}
