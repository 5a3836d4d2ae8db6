import { SvelteMap } from 'svelte/reactivity';
import { contentHash } from '../core/corpus/identity.ts';
import { AppError } from '../core/errors.ts';
import {
  reviveAxes,
  storeAxis,
  type AxisEdit,
  type AxisStore,
} from '../core/project/stored-axes.ts';
import { axisHash, type OwnAxis } from '../core/stance/own-axis.ts';
import type { Pole } from '../core/stance/types.ts';
import type { Notices } from './notices.svelte.ts';

/** An example that is being written. */
export interface ExampleDraft {
  readonly text: string;
  readonly topic: string;
}

/**
 * The axes that the reader made. Every change is kept on this machine at once and told to other tabs;
 * if storage fails they last in memory, which is said, and are tried again with the next change.
 */
export class OwnAxes {
  /** By id, in the order in which they were made. */
  all = $state.raw<ReadonlyMap<string, OwnAxis>>(new Map());
  /** The axis that was deleted last, until it is brought back or another change is made. */
  deleted = $state.raw<OwnAxis | null>(null);

  readonly #store: AxisStore;
  readonly #notices: Notices;
  readonly #drafts = new SvelteMap<string, ExampleDraft>();
  readonly #unsaved = new Set<string>();
  #keeps = true;
  #saves = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(store: AxisStore, notices: Notices) {
    this.#store = store;
    this.#notices = notices;
  }

  /** Takes in what this machine keeps. */
  async open(): Promise<void> {
    try {
      const { axes, problems } = reviveAxes(await this.#store.load());
      for (const problem of problems) this.#notices.error(problem);
      this.all = new Map(axes.map((axis) => [axis.id, axis]));
      this.#store.watch((edit) => this.#merge(edit));
    } catch (thrown) {
      // What a later release wrote must not be overwritten, nor what cannot be read.
      this.#keeps = false;
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** Whether closing the page now would lose an axis, a change of one or a text half written. */
  get atRisk(): boolean {
    const writing = [...this.#drafts.values()].some(({ text }) => text.trim() !== '');
    return writing || this.#saves + this.#unsaved.size > 0;
  }

  /** What is being written for a pole of an axis; it outlasts a look at another view. */
  draftOf(axis: string, pole: Pole): ExampleDraft {
    return this.#drafts.get(`${axis} ${pole}`) ?? { text: '', topic: '' };
  }

  draft(axis: string, pole: Pole, draft: ExampleDraft): void {
    this.#drafts.set(`${axis} ${pole}`, draft);
  }

  /** An axis without examples, kept from now on. */
  create(names: Pick<OwnAxis, 'name' | 'positive' | 'negative'>): OwnAxis {
    const axis = { id: contentHash('axis', 'own', crypto.randomUUID()), ...names, examples: [] };
    this.put(axis);
    return axis;
  }

  /** The axis that was created with these names and that nothing was done with since, else another. */
  begin(names: Pick<OwnAxis, 'name' | 'positive' | 'negative'>): OwnAxis {
    const untouched = axisHash({ id: '', ...names, examples: [] });
    const begun = [...this.all.values()].find(
      (axis) => axisHash(axis) === untouched && !this.#isWritten(axis.id),
    );
    return begun ?? this.create(names);
  }

  /** Adds an axis, or puts it in the place of the one with its id. */
  put(axis: OwnAxis): void {
    this.deleted = null;
    this.all = new Map(this.all).set(axis.id, axis);
    this.#keep(axis.id);
  }

  /** Deletes an axis; `restore` brings it back. */
  delete(id: string): void {
    const axis = this.all.get(id);
    if (!axis) return;
    this.all = new Map([...this.all].filter(([each]) => each !== id));
    this.deleted = axis;
    this.#keep(id);
  }

  /** Brings back the axis that was deleted last. */
  restore(): void {
    if (this.deleted) this.put(this.deleted);
  }

  /** Puts axes back, or in the place of those with their ids, as one change. */
  putAll(axes: readonly OwnAxis[]): void {
    const all = new Map(this.all);
    for (const axis of axes) all.set(axis.id, axis);
    this.deleted = null;
    this.all = all;
    this.#keep(...axes.map(({ id }) => id));
  }

  /**
   * Adds axes that somebody else may have changed since they were made here. One that differs from the
   * one of its id comes in as another axis, the same one every time: nothing of the reader's is lost.
   *
   * @returns the ids under which they are here, by those that they came with
   */
  adopt(axes: readonly OwnAxis[]): ReadonlyMap<string, string> {
    const adopted = axes.map((axis) => {
      const here = this.all.get(axis.id);
      const said = axisHash(axis);
      return !here || axisHash(here) === said ? axis : { ...axis, id: said };
    });
    this.putAll(adopted.filter(({ id }) => !this.all.has(id)));
    return new Map(axes.map(({ id }, at) => [id, adopted[at]?.id ?? id]));
  }

  /** Removes some axes; ids without one are passed over. @returns them, for `putAll` */
  removeAll(ids: readonly string[]): readonly OwnAxis[] {
    const axes = ids.flatMap((id) => this.all.get(id) ?? []);
    const gone = new Set(ids);
    this.deleted = null;
    this.all = new Map([...this.all].filter(([id]) => !gone.has(id)));
    this.#keep(...axes.map(({ id }) => id));
    return axes;
  }

  /** Removes every axis, and what is being written for one. @returns them, for `putAll` */
  clear(): readonly OwnAxis[] {
    this.#drafts.clear();
    return this.removeAll([...this.all.keys()]);
  }

  #isWritten(axis: string): boolean {
    const drafts = [this.draftOf(axis, 1), this.draftOf(axis, -1)];
    return drafts.some(({ text, topic }) => `${text}${topic}`.trim() !== '');
  }

  #merge({ put, delete: gone }: AxisEdit): void {
    const { axes } = reviveAxes(put);
    const all = new Map([...this.all].filter(([id]) => !gone.includes(id)));
    for (const axis of axes) all.set(axis.id, axis);
    this.all = all;
  }

  #keep(...ids: readonly string[]): void {
    for (const id of ids) this.#unsaved.add(id);
    if (!this.#keeps || ids.length === 0) return;
    this.#saves++;
    this.#saving = this.#saving.then(() => this.#save()).finally(() => this.#saves--);
  }

  async #save(): Promise<void> {
    const ids = [...this.#unsaved];
    const order = [...this.all.keys()];
    const edit: AxisEdit = {
      put: ids.flatMap((id) => {
        const axis = this.all.get(id);
        return axis ? [storeAxis(axis, order.indexOf(id))] : [];
      }),
      delete: ids.filter((id) => !this.all.has(id)),
    };
    this.#unsaved.clear();
    try {
      if (ids.length > 0) await this.#store.save(edit);
      if (ids.length > 0) this.#store.announce(edit);
    } catch (thrown) {
      for (const id of ids) this.#unsaved.add(id);
      this.#notices.error(AppError.from(thrown));
    }
  }
}
