import { AppError } from '../errors.ts';
import type { ModelSource } from './encoder.ts';

/** A model's files in memory, by their path in its folder. */
export type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A model's folder that was read already. @param encoder what errors call the model */
export function filesModelSource(encoder: string, files: ModelFiles): ModelSource {
  return {
    read: (path) => {
      const file = files.get(path);
      return file
        ? Promise.resolve(file)
        : Promise.reject(new AppError('model-missing', { encoder, file: path }));
    },
  };
}
