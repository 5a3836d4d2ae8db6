import type { ModelSource } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { HubFile, HubListing } from '../core/hub/listing.ts';
import { fault } from './hub/integrity.ts';
import { modelCache, type ModelAt } from './hub/model-cache.ts';

/** Files that the reader brought, by their path in the model's folder. */
export type OwnFiles = ReadonlyMap<string, Blob>;

/** Where a model's files are. Plain data, which a worker can be told. */
export type ModelPlace =
  /** `folder` is an absolute URL on this site, with its closing slash. */
  | { readonly at: 'site'; readonly folder: string }
  | OwnPlace
  /** Not here: only vectors that came along are. */
  | { readonly at: 'elsewhere' };

/** Where the files of a model are that the reader brought or downloaded. */
export type OwnPlace =
  | { readonly at: 'own'; readonly files: OwnFiles }
  /** Downloaded from the hub into the Cache API; `files` with what each must be. */
  | ({ readonly at: 'hub'; readonly files: readonly HubFile[] } & ModelAt);

/** Where a finished download is. */
export function hubPlace({ id, commit, files }: HubListing): OwnPlace {
  return { at: 'hub', id, commit, files };
}

/** A model's files, wherever they are. */
export function modelSource(encoder: string, place: ModelPlace): ModelSource {
  switch (place.at) {
    case 'site':
      return siteModelSource(encoder, place.folder);
    case 'own':
      return ownModelSource(encoder, place.files);
    case 'hub':
      return hubModelSource(encoder, place);
    case 'elsewhere':
      return { read: () => Promise.reject(new AppError('encoder-elsewhere', { encoder })) };
  }
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
function ownModelSource(encoder: string, files: OwnFiles): ModelSource {
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

/**
 * Files that were downloaded. One that is not there counts as missing; one that is not what the hub said
 * when it was downloaded, by size and hash, as damaged: browsers lose entries, and disks rot.
 */
function hubModelSource(encoder: string, place: Extract<ModelPlace, { at: 'hub' }>): ModelSource {
  const parts = modelCache.parts(place);
  return {
    async read(path) {
      const missing = (cause?: unknown) =>
        new AppError('model-missing', { encoder, file: path }, cause);
      const file = place.files.find((each) => each.path === path);
      if (!file) throw missing();
      const content = await parts.read(path).catch((thrown: unknown) => {
        throw missing(thrown);
      });
      if (content.length === 0 && file.bytes > 0) throw missing();
      const reason = await fault(file, content);
      if (reason !== null) throw new AppError('model-corrupt', { encoder, file: path, reason });
      return content;
    },
  };
}
