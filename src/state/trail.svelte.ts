import { goBack, goForth, goOn, startTrail, type Trail } from '../core/project/trail.ts';
import type { View } from '../core/project/view.ts';
import type { Gathered } from './gathered.svelte.ts';
import type { Session } from './session.svelte.ts';

/** What a step remembers of the view: all that moving about on the map changes. */
const FIELDS = [
  'unit',
  'layout',
  'colour',
  'hidden',
  'anchor',
  'document',
  'scenario',
  'passage',
  'axis',
  'camera',
] as const satisfies (keyof View)[];

interface Step {
  readonly view: Partial<View>;
  readonly gathered: ReadonlySet<string>;
}

/** The mini-history of looking: camera, filter and selection, apart from the history of the corpus. */
export class ViewTrail {
  #trail = $state.raw<Trail<Step>>();
  readonly #session: Session;
  readonly #gathered: Gathered;

  readonly canGoBack = $derived((this.#trail?.back.length ?? 0) > 0);
  readonly canGoForth = $derived((this.#trail?.forth.length ?? 0) > 0);

  constructor(session: Session, gathered: Gathered) {
    this.#session = session;
    this.#gathered = gathered;
  }

  /** Takes in what is looked at now; what was looked at already is no step. */
  follow(view: View, gathered: ReadonlySet<string>): void {
    const step: Step = { view: pick(view), gathered };
    if (!this.#trail) this.#trail = startTrail(step);
    else if (!same(this.#trail.now, step)) this.#trail = goOn(this.#trail, step);
  }

  back(): void {
    this.#go(this.#trail && goBack(this.#trail));
  }

  forth(): void {
    this.#go(this.#trail && goForth(this.#trail));
  }

  #go(trail: Trail<Step> | null | undefined): void {
    if (!trail) return;
    this.#trail = trail;
    this.#session.show(trail.now.view);
    this.#gathered.set(trail.now.gathered);
  }
}

function pick(view: View): Partial<View> {
  return Object.fromEntries(FIELDS.map((field) => [field, view[field]]));
}

function same(a: Step, b: Step): boolean {
  return (
    FIELDS.every((field) => a.view[field] === b.view[field]) &&
    a.gathered.size === b.gathered.size &&
    [...a.gathered].every((id) => b.gathered.has(id))
  );
}
