import type { TransformerSettings } from '../../src/core/encoders/own/describe.ts';
import { openOwnTransformer } from '../../src/core/encoders/own/own-transformer.ts';
import { openOwnModel } from '../../src/core/encoders/own-model.ts';
import type { KeptModel } from '../../src/platform/kept-models.ts';
import { modelSource, type OwnPlace } from '../../src/platform/model-source.ts';
import type { Job } from '../job.ts';

export interface InspectInput {
  readonly name: string;
  readonly licence?: string;
  readonly place: OwnPlace;
  /** Of a transformer; a static model needs none. */
  readonly settings?: TransformerSettings;
}

/**
 * What a model is that no registry describes, found by loading it once. Of a folder that the reader
 * brought it takes a copy of the files, which stays when the folder is moved.
 */
export const inspect: Job<InspectInput, never, KeptModel> = async (input) => {
  const { name, licence, place, settings } = input;
  const source = modelSource(name, place);
  const { files, model } = settings
    ? await openOwnTransformer(name, source, settings, licence)
    : await openOwnModel(name, source, licence);
  if (place.at === 'hub') return { ...model, place };
  const copies = new Map(Array.from(files, ([path, bytes]) => [path, new Blob([bytes])]));
  return { ...model, place: { at: 'own', files: copies } };
};
