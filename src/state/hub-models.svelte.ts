import { AppError } from '../core/errors.ts';
import { STATIC_MODEL_FILES } from '../core/hub/files.ts';
import type { HubListing } from '../core/hub/listing.ts';
import type { HubReply, HubRequest } from '../core/hub/messages.ts';
import { MAIN } from '../core/hub/names.ts';
import { paceOf, withMark, type Mark, type Pace } from '../core/hub/pace.ts';
import type { Engine } from '../engine/engine.ts';
import { askHub } from '../engine/hub-frame.ts';
import { modelCache, type CachedModel } from '../platform/hub/model-cache.ts';
import { hubPlace } from '../platform/model-source.ts';
import type { Encoders, KeptEncoder } from './encoders.svelte.ts';
import type { Notices } from './notices.svelte.ts';

export type HubPhase =
  | { readonly at: 'idle' }
  | { readonly at: 'asking'; readonly id: string }
  /** What the reader asked about, and has not downloaded yet. */
  | { readonly at: 'found'; readonly listing: HubListing }
  | ({ readonly at: 'fetching'; readonly id: string } & Transfer)
  /** Everything is here and is being looked at. */
  | { readonly at: 'opening'; readonly id: string }
  | { readonly at: 'here'; readonly encoder: KeptEncoder }
  | { readonly at: 'failed'; readonly error: AppError };

export interface Transfer extends Pace {
  /** Bytes that are here and in all. */
  readonly done: number;
  readonly total: number;
}

/** Models of the hub on their way into this browser, one at a time, each at the reader's word. */
export class HubModels {
  phase = $state.raw<HubPhase>({ at: 'idle' });
  /** What was begun and is no encoder yet. */
  unfinished = $state.raw<readonly CachedModel[]>([]);

  readonly #engine: Engine;
  readonly #encoders: Encoders;
  readonly #notices: Notices;
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

  /** Asks the hub what a model is. What it says, or why not, is `phase`. */
  async find(id: string): Promise<void> {
    await this.#run(id, async (signal) => {
      const listing = await askHub(request('list', id, MAIN), { signal });
      return { at: 'found', listing };
    });
  }

  /**
   * Downloads a model and keeps it among the encoders; what is here of it is not fetched again.
   * @param revision the commit that was seen, or the newest one
   */
  async download(id: string, revision = MAIN): Promise<void> {
    this.#marks = [];
    await this.#run(id, async (signal) => {
      const listing = await askHub(request('download', id, revision), {
        signal,
        onReply: (reply) => this.#follow(id, reply),
      });
      this.phase = { at: 'opening', id };
      return { at: 'here', encoder: await this.#open(listing) };
    });
    await this.refresh();
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

  #follow(id: string, reply: Exclude<HubReply, { type: 'failed' }>): void {
    if (reply.type !== 'progress') return;
    const { done, total } = reply;
    this.#marks = withMark(this.#marks, { at: performance.now(), done });
    this.phase = { at: 'fetching', id, done, total, ...paceOf(this.#marks, total) };
  }

  /** Looks at a download and keeps it; one that no encoder can be made of is freed. */
  async #open(listing: HubListing): Promise<KeptEncoder> {
    const { id, licence } = listing;
    const place = hubPlace(listing);
    try {
      const model = await this.#engine.encoder.run('inspect', { name: id, licence, place });
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

function request(type: HubRequest['type'], id: string, revision: string): HubRequest {
  return { type, id, revision, files: STATIC_MODEL_FILES };
}
