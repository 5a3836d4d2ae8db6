import type { ModelDescription, TransformerSettings } from '../core/encoders/own/describe.ts';
import { AppError, isError } from '../core/errors.ts';
import type { HubListing } from '../core/hub/listing.ts';
import type { HubReply } from '../core/hub/messages.ts';
import { MAIN } from '../core/hub/names.ts';
import { paceOf, withMark, type Mark, type Pace } from '../core/hub/pace.ts';
import type { VettedModel } from '../core/hub/vetted.ts';
import type { Engine } from '../engine/engine.ts';
import { askHub } from '../engine/hub-frame.ts';
import { inspectModel } from '../engine/inspect-model.ts';
import { modelCache, type CachedModel } from '../platform/hub/model-cache.ts';
import { hubPlace } from '../platform/model-source.ts';
import type { Encoders, KeptEncoder } from './encoders.svelte.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { Notices } from './notices.svelte.ts';

export type HubPhase =
  | { readonly at: 'idle' }
  /** A vetted model, before the hub has heard of anything. */
  | { readonly at: 'chosen'; readonly model: VettedModel }
  | { readonly at: 'asking'; readonly id: string }
  /** What the reader asked about, and has not downloaded yet. */
  | ({ readonly at: 'found' } & FoundModel)
  | ({ readonly at: 'fetching'; readonly id: string } & Transfer)
  /** Everything is here and is being looked at. */
  | { readonly at: 'opening'; readonly id: string }
  | { readonly at: 'here'; readonly encoder: KeptEncoder }
  | { readonly at: 'failed'; readonly error: AppError };

export interface FoundModel {
  readonly listing: HubListing;
  readonly description: ModelDescription;
}

export interface Transfer extends Pace {
  /** Bytes that are here and in all. */
  readonly done: number;
  readonly total: number;
}

/** What is to be downloaded. */
interface Wanted {
  readonly id: string;
  /** The commit that was seen, or the newest one. */
  readonly revision: string;
  /** Null for a static model, which needs none. */
  readonly settings: TransformerSettings | null;
}

/** Models of the hub on their way into this browser, one at a time, each at the reader's word. */
export class HubModels {
  phase = $state.raw<HubPhase>({ at: 'idle' });
  /** What was begun and is no encoder yet. */
  unfinished = $state.raw<readonly CachedModel[]>([]);

  readonly #engine: Engine;
  readonly #encoders: Encoders;
  readonly #notices: Notices;
  /** Under which settings a download was begun in this visit, by id and commit. */
  readonly #begun = new Map<string, TransformerSettings | null>();
  #asking: AbortController | null = null;
  #marks: readonly Mark[] = [];

  constructor(engine: Engine, encoders: Encoders, notices: Notices) {
    this.#engine = engine;
    this.#encoders = encoders;
    this.#notices = notices;
  }

  /** Whether something is on its way, and nothing else can be asked for. */
  get busy(): boolean {
    return ['asking', 'fetching', 'opening'].includes(this.phase.at);
  }

  /** Puts a vetted model to the reader; the hub is not asked before they say so. */
  choose(model: VettedModel): void {
    if (!this.busy) this.phase = { at: 'chosen', model };
  }

  /** Asks the hub what a model is. What it says, or why not, is `phase`. */
  async find(id: string, revision = MAIN): Promise<void> {
    await this.#run(id, async (signal) => {
      const { describeModel, DESCRIBING_FILES } = await ownModels();
      const request = { type: 'list', id, revision, files: DESCRIBING_FILES } as const;
      const { listing, texts } = await askHub(request, { signal });
      const sizes = new Map(listing.files.map(({ path, bytes }) => [path, bytes]));
      const description = onHub(() => describeModel(id, sizes, new Map(Object.entries(texts))));
      return { at: 'found', listing, description };
    });
  }

  /** Downloads a model and keeps it among the encoders; what is here of it is not fetched again. */
  async download({ id, revision, settings }: Wanted): Promise<void> {
    this.#marks = [];
    await this.#run(id, async (signal) => {
      const { filesOf, WEIGHTS } = await ownModels();
      const files = filesOf(settings && { path: WEIGHTS[settings.dtype] });
      const { listing } = await askHub(
        { type: 'download', id, revision, files },
        {
          signal,
          onReply: (reply) => this.#follow(id, reply, settings),
        },
      );
      this.phase = { at: 'opening', id };
      return { at: 'here', encoder: await this.#open(listing, settings) };
    });
    await this.refresh();
  }

  /** Goes on with what was begun, if need be after asking the hub and the reader again what it is. */
  async goOn({ listing }: CachedModel): Promise<void> {
    const { id, commit: revision, files } = listing;
    const { settingsOf, vettedModel } = await import('../core/hub/vetted.ts');
    const vetted = vettedModel(id);
    const weights = files.map(({ path }) => path).find((path) => path.endsWith('.onnx'));
    const known = weights === undefined ? null : this.#begun.get(keyOf(listing));
    const settings = known === undefined && vetted ? settingsOf(vetted, weights) : known;
    if (settings === undefined) await this.find(id, revision);
    else await this.download({ id, revision, settings });
  }

  /** Stops what is on its way, and keeps what has arrived. */
  cancel(): void {
    this.#asking?.abort();
  }

  /** Forgets what was found, or why it was not. */
  close(): void {
    if (!this.busy) this.phase = { at: 'idle' };
  }

  /** Frees what has arrived of a model. */
  async discard({ listing }: CachedModel): Promise<void> {
    await modelCache.remove(listing).catch((thrown: unknown) => {
      this.#notices.error(AppError.from(thrown));
    });
    await this.refresh();
  }

  /** Looks up what was begun and is no encoder yet. */
  async refresh(): Promise<void> {
    try {
      const cached = await modelCache.list();
      this.unfinished = cached.filter(({ listing }) => !this.#isKept(listing));
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  async #run(id: string, ask: (signal: AbortSignal) => Promise<HubPhase>): Promise<void> {
    if (this.busy) return;
    this.#asking = new AbortController();
    this.phase = { at: 'asking', id };
    try {
      this.phase = await ask(this.#asking.signal);
    } catch (thrown) {
      const error = AppError.from(thrown);
      this.phase = error.code === 'cancelled' ? { at: 'idle' } : { at: 'failed', error };
      this.#notices.error(error);
    }
  }

  #follow(
    id: string,
    reply: Exclude<HubReply, { type: 'failed' }>,
    settings: TransformerSettings | null,
  ): void {
    if (reply.type === 'listed') this.#begun.set(keyOf(reply.listing), settings);
    if (reply.type !== 'progress') return;
    const { done, total } = reply;
    this.#marks = withMark(this.#marks, { at: performance.now(), done });
    this.phase = { at: 'fetching', id, done, total, ...paceOf(this.#marks, total) };
  }

  /** Looks at a download and keeps it; one that no encoder can be made of is freed. */
  async #open(listing: HubListing, settings: TransformerSettings | null): Promise<KeptEncoder> {
    const { id, licence } = listing;
    const place = hubPlace(listing);
    try {
      const model = await inspectModel(this.#engine, {
        name: id,
        licence,
        place,
        ...(settings && { settings }),
      });
      return await this.#encoders.keep(model);
    } catch (thrown) {
      if (AppError.from(thrown).code.startsWith('model-')) await modelCache.remove(listing);
      throw thrown;
    }
  }

  #isKept({ id, commit }: HubListing): boolean {
    return this.#encoders.kept.some(
      ({ place }) => place.at === 'hub' && place.id === id && place.commit === commit,
    );
  }
}

/** What tells models apart, downloaded once a model is asked for. */
const ownModels = () => import('../core/encoders/own/models.ts');

const keyOf = ({ id, commit }: HubListing): string => `${id}@${commit}`;

/** What a folder lacks, the hub lacks. */
function onHub<T>(describe: () => T): T {
  try {
    return describe();
  } catch (thrown) {
    throw isError(thrown, 'model-missing')
      ? new AppError('hub-file-missing', thrown.params, thrown)
      : thrown;
  }
}

const models = new WeakMap<Engine, HubModels>();

/** The one of a page, made when something first asks for it: most visitors want no model of the hub. */
export function hubModelsOf({
  engine,
  encoders,
  notices,
}: Pick<Explorer, 'engine' | 'encoders' | 'notices'>): HubModels {
  const known = models.get(engine) ?? new HubModels(engine, encoders, notices);
  models.set(engine, known);
  return known;
}
