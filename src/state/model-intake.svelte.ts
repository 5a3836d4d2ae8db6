import type { TransformerDescription, TransformerSettings } from '../core/encoders/own/describe.ts';
import type { ModelFolder } from '../core/encoders/model-folders.ts';
import { AppError } from '../core/errors.ts';
import { MAX_DESCRIBING_BYTES, MAX_MODEL_BYTES } from '../core/limits.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import { inspectModel } from '../engine/inspect-model.ts';
import type { KeptModel } from '../platform/kept-models.ts';
import type { OwnFiles } from '../platform/model-source.ts';

export type IntakePhase =
  | { readonly at: 'closed' }
  | { readonly at: 'reading'; readonly name: string }
  /** A transformer, of which something is left to decide. */
  | {
      readonly at: 'described';
      readonly name: string;
      readonly description: TransformerDescription;
    }
  | { readonly at: 'found'; readonly model: KeptModel }
  | { readonly at: 'failed'; readonly name: string; readonly error: AppError };

/** A model folder that the reader brought, until they say what is to become of it. */
export class ModelIntake {
  phase = $state.raw<IntakePhase>({ at: 'closed' });
  readonly #engine: Engine;
  #files: OwnFiles = new Map();
  #readings = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Looks at a folder, in place of any other. What it is, or why it cannot be used, is `phase`. */
  async read({ name, files }: ModelFolder<DroppedFile>): Promise<void> {
    this.#files = new Map(Array.from(files, ([path, { file }]) => [path, file]));
    await this.#look(name, () => this.#describe(name));
  }

  /** Opens the transformer that was described. */
  async open(settings: TransformerSettings): Promise<void> {
    if (this.phase.at !== 'described') return;
    const { name } = this.phase;
    await this.#look(name, () => this.#inspect(name, settings));
  }

  /** Forgets the folder. */
  close(): void {
    this.#readings++;
    this.#files = new Map();
    this.phase = { at: 'closed' };
  }

  async #look(name: string, look: () => Promise<IntakePhase>): Promise<void> {
    const reading = ++this.#readings;
    this.phase = { at: 'reading', name };
    const phase = await look().catch((thrown: unknown): IntakePhase => ({
      at: 'failed',
      name,
      error: AppError.from(thrown),
    }));
    if (reading === this.#readings) this.phase = phase;
  }

  async #describe(name: string): Promise<IntakePhase> {
    const sizes = new Map(Array.from(this.#files, ([path, { size }]) => [path, size]));
    for (const [file, bytes] of sizes) {
      if (bytes <= MAX_MODEL_BYTES) continue;
      throw new AppError('file-too-large', { file, bytes, limit: MAX_MODEL_BYTES });
    }
    const { describeModel, DESCRIBING_FILES } = await import('../core/encoders/own/models.ts');
    const description = describeModel(name, sizes, await this.#texts(DESCRIBING_FILES));
    if (description.kind === 'static') return this.#inspect(name);
    return { at: 'described', name, description };
  }

  /** Content of those files that came along and are small. */
  async #texts(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const small = paths.flatMap((path) => {
      const file = this.#files.get(path);
      return file && file.size <= MAX_DESCRIBING_BYTES ? [[path, file] as const] : [];
    });
    const read = small.map(async ([path, file]) => [path, await textOf(path, file)] as const);
    return new Map(await Promise.all(read));
  }

  async #inspect(name: string, settings?: TransformerSettings): Promise<IntakePhase> {
    const model = await inspectModel(this.#engine, {
      name,
      place: { at: 'own', files: this.#files },
      ...(settings && { settings }),
    });
    return { at: 'found', model };
  }
}

async function textOf(path: string, file: Blob): Promise<string> {
  return file.text().catch((thrown: unknown) => {
    throw new AppError('file-unreadable', { file: path }, thrown);
  });
}
