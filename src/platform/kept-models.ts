import type { DBSchema } from 'idb';
import type { OwnModel } from '../core/encoders/own-model.ts';
import { Database } from './database.ts';
import type { ModelAt } from './hub/model-cache.ts';
import type { OwnFiles, OwnPlace } from './model-source.ts';
import { storageError } from './storage-error.ts';

/** A model that no site offers, with where its files are. */
export interface KeptModel extends OwnModel {
  readonly place: OwnPlace;
}

interface Schema extends DBSchema {
  models: { key: string; value: { readonly schema: number; readonly model: KeptModel } };
}

/** The version of the record's form; the one before is read, any other is taken for none. */
const SCHEMA = 3;

/** Of a download the second version kept sizes by path, and no hashes. */
const SECOND = 2;
type SecondPlace =
  | Exclude<OwnPlace, { at: 'hub' }>
  | ({ readonly at: 'hub'; readonly sizes: ReadonlyMap<string, number> } & ModelAt);

/** Key and form of the one model that the first version kept. */
const FIRST = 'own';
interface FirstRecord {
  readonly model: OwnModel & { readonly files: OwnFiles };
}

/**
 * The reader's models in IndexedDB, one of each name: of a dropped one the files go along as blobs that
 * stay on disk, of a downloaded one they are in the Cache API.
 */
export class KeptModels {
  readonly #database = new Database<Schema>(
    'parable-models',
    2,
    async (database, from, _, transaction) => {
      if (from < 1) database.createObjectStore('models');
      const store = transaction.objectStore('models');
      const first = (await store.get(FIRST)) as unknown as FirstRecord | undefined;
      if (!first) return;
      const { files, ...model } = first.model;
      const place: OwnPlace = { at: 'own', files };
      await store.put({ schema: SCHEMA, model: { ...model, place } }, model.spec.id);
      if (model.spec.id !== FIRST) await store.delete(FIRST);
    },
  );

  /** All that are kept, by name. @throws AppError `storage-unavailable` */
  async load(): Promise<KeptModel[]> {
    try {
      const records = await (await this.#database.open()).getAll('models');
      return records.flatMap(({ schema, model }) => {
        if (schema === SECOND) return [fromSecond(model)];
        return schema === SCHEMA ? [model] : [];
      });
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /**
   * Keeps a model in place of any of its name.
   * @throws AppError `storage-full`, `storage-unavailable`
   */
  async save({ spec, rows, bytes, place }: KeptModel): Promise<void> {
    try {
      const database = await this.#database.open();
      const former = await database.get('models', spec.id);
      await database.put(
        'models',
        { schema: SCHEMA, model: { spec, rows, bytes, place } },
        spec.id,
      );
      if (former) await release(former.model.place, place);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Frees a model and its files. @throws AppError `storage-unavailable` */
  async remove({ spec, place }: KeptModel): Promise<void> {
    try {
      await (await this.#database.open()).delete('models', spec.id);
      await release(place);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }
}

function fromSecond(model: KeptModel): KeptModel {
  const place = model.place as unknown as SecondPlace;
  if (place.at !== 'hub') return { ...model, place };
  const { id, commit, sizes } = place;
  const files = Array.from(sizes, ([path, bytes]) => ({ path, bytes, hash: null }));
  return { ...model, place: { at: 'hub', id, commit, files } };
}

/** Frees what a place holds outside the record, unless its successor is the same place. */
async function release(place: OwnPlace, successor?: OwnPlace): Promise<void> {
  if (place.at !== 'hub') return;
  const same = successor?.at === 'hub' && successor.commit === place.commit;
  if (same) return;
  // A first visit keeps no model.
  const { modelCache } = await import('./hub/model-cache.ts');
  await modelCache.remove(place);
}
