import type { ModelFolder } from '../core/encoders/model-folders.ts';
import { AppError } from '../core/errors.ts';
import { MAX_MODEL_BYTES } from '../core/limits.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import type { KeptModel } from '../platform/kept-models.ts';

export type IntakePhase =
  | { readonly at: 'closed' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'found'; readonly model: KeptModel }
  | { readonly at: 'failed'; readonly name: string; readonly error: AppError };

/** A model folder that the reader brought, until they say what is to become of it. */
export class ModelIntake {
  phase = $state.raw<IntakePhase>({ at: 'closed' });
  readonly #engine: Engine;
  #readings = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Looks at a folder, in place of any other. What it is, or why it cannot be used, is `phase`. */
  async read({ name, files }: ModelFolder<DroppedFile>): Promise<void> {
    const reading = ++this.#readings;
    this.phase = { at: 'reading', name };
    const phase = await this.#look(name, files);
    if (reading === this.#readings) this.phase = phase;
  }

  /** Forgets the folder. */
  close(): void {
    this.#readings++;
    this.phase = { at: 'closed' };
  }

  async #look(name: string, dropped: ModelFolder<DroppedFile>['files']): Promise<IntakePhase> {
    try {
      const files = new Map(Array.from(dropped, ([path, { file }]) => [path, file]));
      for (const [file, { size: bytes }] of files) {
        if (bytes <= MAX_MODEL_BYTES) continue;
        throw new AppError('file-too-large', { file, bytes, limit: MAX_MODEL_BYTES });
      }
      const model = await this.#engine.encoder.run('inspect', {
        name,
        place: { at: 'own', files },
      });
      return { at: 'found', model };
    } catch (thrown) {
      return { at: 'failed', name, error: AppError.from(thrown) };
    }
  }
}
