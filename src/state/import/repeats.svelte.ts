import type { Bundle } from '../../core/corpus/bundles.ts';
import type { Draft } from '../../core/corpus/parse/parse.ts';
import { packPrints } from '../../core/corpus/repeats/packed-prints.ts';
import type { Print } from '../../core/corpus/repeats/print.ts';
import { NO_REPEATS, type Repeat, type Survey } from '../../core/corpus/repeats/survey.ts';
import { AppError } from '../../core/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Notices } from '../notices.svelte.ts';

const NONE: ReadonlySet<number> = new Set();
const AT_FIRST = { exact: true, near: false };

/** What repeats among the drafts of a preview, and what of it is left out. */
export class Repeats {
  survey = $state.raw<Survey>(NO_REPEATS);
  /** Which documents that repeat another one are left out. */
  leaveOut = $state.raw(AT_FIRST);

  readonly #left = $derived(this.#leftOut());
  readonly #engine: Engine;
  readonly #notices: Notices;

  constructor(engine: Engine, notices: Notices) {
    this.#engine = engine;
    this.#notices = notices;
  }

  /** Looks for repeats among the bundles that are included. */
  async find(bundles: readonly Bundle[], printOf: (draft: Draft) => Print): Promise<void> {
    const included = bundles.filter((bundle) => bundle.included);
    const bunches = included.map(({ key, role, drafts }) => ({
      key,
      role,
      prints: packPrints(drafts.map(printOf)),
    }));
    try {
      this.survey = await this.#engine.ingest.run('findRepeats', bunches);
    } catch (thrown) {
      this.survey = NO_REPEATS;
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** The places in a bundle of drafts that repeat another one and are left out. */
  leftOutOf({ key }: Bundle): ReadonlySet<number> {
    return this.#left.get(key) ?? NONE;
  }

  /** Hashes of a template's lines, where the reader wants them left out. */
  strippedOf({ key, stripped }: Bundle): readonly number[] {
    return (stripped ? this.survey.boilerplate.get(key)?.lines : undefined) ?? [];
  }

  clear(): void {
    this.survey = NO_REPEATS;
    this.leaveOut = AT_FIRST;
  }

  #leftOut(): ReadonlyMap<string, ReadonlySet<number>> {
    const left = new Map<string, Set<number>>();
    for (const { key, at } of this.survey.repeats.filter((repeat) => this.#isLeftOut(repeat))) {
      left.set(key, (left.get(key) ?? new Set<number>()).add(at));
    }
    return left;
  }

  #isLeftOut({ exact }: Repeat): boolean {
    return exact ? this.leaveOut.exact : this.leaveOut.near;
  }
}
