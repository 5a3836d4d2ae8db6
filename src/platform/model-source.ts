import type { ModelSource } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';

/** Files that the reader brought, by their path in the model's folder. */
export type OwnFiles = ReadonlyMap<string, Blob>;

/** Where a model's files are. Plain data, which a worker can be told. */
export type ModelPlace =
  /** `folder` is an absolute URL on this site, with its closing slash. */
  | { readonly at: 'site'; readonly folder: string }
  | { readonly at: 'own'; readonly files: OwnFiles };

/** A model's files, wherever they are. */
export function modelSource(encoder: string, place: ModelPlace): ModelSource {
  return place.at === 'site'
    ? siteModelSource(encoder, place.folder)
    : ownModelSource(encoder, place.files);
}

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

/** Files that the reader brought; one that was moved or changed since counts as missing. */
export function ownModelSource(encoder: string, files: OwnFiles): ModelSource {
  return {
    async read(path) {
      const missing = (cause?: unknown) =>
        new AppError('model-missing', { encoder, file: path }, cause);
      const file = files.get(path);
      if (!file) throw missing();
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (thrown) {
        throw missing(thrown);
      }
    },
  };
}
