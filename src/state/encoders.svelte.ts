import { encoderKey, type EncoderSpec } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import type { KeptModel, OwnModelStore } from '../platform/own-model-store.ts';
import { rememberedEncoder, rememberEncoder } from './encoder-memory.ts';
import type { Notices } from './notices.svelte.ts';

/** Which encoder is in use, which others there are, and how one changes to another. */
export class Encoders {
  /** Those of the site, its default first. */
  offered = $state.raw<readonly EncoderChoice[]>([]);
  /** The model that the reader brought. */
  own = $state.raw<KeptModel | null>(null);
  /** Whether the reader's own model will be there after a reload. */
  kept = $state(false);
  current = $state.raw<EncoderChoice | null>(null);
  /** The encoder that the page is changing to. */
  next = $state.raw<EncoderSpec | null>(null);

  readonly #notices: Notices;
  readonly #store: OwnModelStore;
  readonly #enter: (choice: EncoderChoice) => Promise<void>;

  /** @param enter brings the page into an encoder's space, or leaves it as it was and throws */
  constructor(
    notices: Notices,
    store: OwnModelStore,
    enter: (choice: EncoderChoice) => Promise<void>,
  ) {
    this.#notices = notices;
    this.#store = store;
    this.#enter = enter;
  }

  /**
   * Opens with the encoder of the last visit if it is still there and can be loaded, else with the
   * site's default, and says so.
   */
  async open(standard: EncoderChoice, others: readonly EncoderChoice[]): Promise<void> {
    this.offered = [standard, ...others];
    const wanted = rememberedEncoder();
    const loading = this.#loadOwn();
    if (wanted !== null) await loading;
    const choices = this.own ? [...this.offered, choiceOf(this.own)] : this.offered;
    const found = choices.find(({ spec }) => encoderKey(spec) === wanted);
    if (wanted !== null && !found) {
      rememberEncoder(null);
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
    rememberEncoder(choice === this.offered[0] ? null : encoderKey(choice.spec));
    this.#notices.show({ kind: 'encoder-changed', name: choice.spec.name });
    return true;
  }

  useOwn(): Promise<boolean> {
    return this.own ? this.use(choiceOf(this.own)) : Promise.resolve(false);
  }

  /** Keeps a model that the reader brought, in place of the one before, and changes to it. */
  async adopt(model: KeptModel): Promise<boolean> {
    if (this.next) return false;
    try {
      this.own = model;
      await this.#store.save(model);
      this.kept = true;
    } catch (thrown) {
      this.kept = false;
      this.#notices.error(AppError.from(thrown));
    }
    return this.useOwn();
  }

  /** Frees the reader's own model; the page goes back to the site's default if it was in use. */
  async removeOwn(): Promise<void> {
    const [standard] = this.offered;
    if (this.current?.place.at === 'own' && standard && !(await this.use(standard))) return;
    this.own = null;
    this.kept = false;
    await this.#store.remove().catch((thrown: unknown) => {
      this.#notices.error(AppError.from(thrown));
    });
  }

  async #loadOwn(): Promise<void> {
    try {
      this.own = await this.#store.load();
      this.kept = this.own !== null;
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

function choiceOf({ spec, files }: KeptModel): EncoderChoice {
  return { spec, place: { at: 'own', files } };
}
