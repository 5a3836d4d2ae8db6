import type { ModelSource } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';

/** A model's folder on this site. @param folder absolute URL that ends with a slash */
export function siteModelSource(encoder: string, folder: string): ModelSource {
  return {
    async read(path) {
      const response = await fetch(new URL(path, folder)).catch((thrown: unknown) => {
        throw new AppError('model-missing', { encoder, file: path }, thrown);
      });
      if (!response.ok) {
        throw new AppError('model-missing', { encoder, file: path }, response.statusText);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
