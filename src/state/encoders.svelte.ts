import { encoderKey, type EncoderSpec } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import type { KeptModel, KeptModels } from '../platform/kept-models.ts';
import { remember, remembered } from '../platform/memory.ts';
import type { Notices } from './notices.svelte.ts';

/** The encoder chosen last, by its `encoderKey`, is remembered as this; the site's default is none. */
const CHOSEN = 'parable-encoder';

/** A model that the reader brought or downloaded, to be chosen as the encoder. */
export interface KeptEncoder extends EncoderChoice, KeptModel {
  readonly place: KeptModel['place'];
  /** Whether it will be there after a reload. */
  readonly stored: boolean;
}

/** Which encoder is in use, which others there are, and how one changes to another. */
export class Encoders {
  /** Those of the site, its default first. */
  offered = $state.raw<readonly EncoderChoice[]>([]);
  /** Those that the reader brought or downloaded, one of each name. */
  kept = $state.raw<readonly KeptEncoder[]>([]);
  /** One of the two lists, unless it was replaced meanwhile. */
  current = $state.raw<EncoderChoice | null>(null);
  /** The encoder that the page is changing to. */
  next = $state.raw<EncoderSpec | null>(null);

  readonly #notices: Notices;
  readonly #store: KeptModels;
  readonly #enter: (choice: EncoderChoice) => Promise<void>;
  readonly #given: () => readonly EncoderChoice[];

  /**
   * @param enter brings the page into an encoder's space, or leaves it as it was and throws
   * @param given those of which only vectors are here
   */
  constructor(
    notices: Notices,
    store: KeptModels,
    enter: (choice: EncoderChoice) => Promise<void>,
    given: () => readonly EncoderChoice[] = () => [],
  ) {
    this.#notices = notices;
    this.#store = store;
    this.#enter = enter;
    this.#given = given;
  }

  /** The encoder in use if only vectors of it are here: nothing else can be compared with these. */
  get elsewhere(): EncoderSpec | null {
    return this.current?.spec.kind === 'given' ? this.current.spec : null;
  }

  /** An encoder that can embed texts here, by its key. */
  find(key: string): EncoderChoice | undefined {
    return [...this.offered, ...this.kept].find(({ spec }) => encoderKey(spec) === key);
  }

  /** Goes back to the site's default if the encoder of a key is in use; false if that fails. */
  async leave(key: string): Promise<boolean> {
    const [standard] = this.offered;
    const used = this.current && encoderKey(this.current.spec) === key;
    return !used || !standard || this.use(standard);
  }

  /**
   * Opens with the encoder of the last visit if it is still there and can be loaded, else with the
   * site's default, and says so.
   */
  async open(standard: EncoderChoice, others: readonly EncoderChoice[]): Promise<void> {
    this.offered = [standard, ...others];
    const wanted = remembered(CHOSEN);
    const loading = this.#loadKept();
    if (wanted !== null) await loading;
    const choices = [...this.offered, ...this.kept, ...this.#given()];
    const found = choices.find(({ spec }) => encoderKey(spec) === wanted);
    if (wanted !== null && !found) {
      remember(CHOSEN, null);
      this.#notices.show({ kind: 'encoder-gone', name: wanted.replace(/@.*$/, '') });
    }
    if (found && found !== standard && (await this.#tried(found))) return;
    await this.#enter(standard);
    this.current = standard;
  }

  /** Changes to another encoder. Says so, or why not: the old one then stays. */
  async use(choice: EncoderChoice): Promise<boolean> {
    if (this.next) return false;
    this.next = choice.spec;
    const done = await this.#tried(choice);
    this.next = null;
    if (!done) return false;
    remember(CHOSEN, choice === this.offered[0] ? null : encoderKey(choice.spec));
    const given = choice.spec.kind === 'given';
    this.#notices.show({ kind: 'encoder-changed', name: choice.spec.name, given });
    return true;
  }

  /** Keeps a model, in place of one of the same name if there is one. */
  async keep(model: KeptModel): Promise<KeptEncoder> {
    const kept = { ...model, stored: await this.#isStored(model) };
    this.kept = [...this.kept.filter(({ spec }) => spec.id !== model.spec.id), kept];
    return kept;
  }

  /** Keeps a model and changes to it. */
  async adopt(model: KeptModel): Promise<boolean> {
    return this.next ? false : this.use(await this.keep(model));
  }

  /** Frees a kept model; the page goes back to the site's default if it was in use. */
  async remove(model: KeptEncoder): Promise<void> {
    const [standard] = this.offered;
    if (this.current === model && standard && !(await this.use(standard))) return;
    this.kept = this.kept.filter((each) => each !== model);
    await this.#store.remove(model).catch((thrown: unknown) => {
      this.#notices.error(AppError.from(thrown));
    });
  }

  async #isStored(model: KeptModel): Promise<boolean> {
    try {
      await this.#store.save(model);
      return true;
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
      return false;
    }
  }

  async #loadKept(): Promise<void> {
    try {
      this.kept = (await this.#store.load()).map((model) => ({ ...model, stored: true }));
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  async #tried(choice: EncoderChoice): Promise<boolean> {
    try {
      await this.#enter(choice);
      this.current = choice;
      return true;
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
      return false;
    }
  }
}
