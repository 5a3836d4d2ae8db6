import type { Bundle } from '../core/corpus/bundles.ts';
import type { Role } from '../core/corpus/model.ts';
import type { Draft } from '../core/corpus/parse/parse.ts';
import { AppError } from '../core/errors.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import { rest } from '../platform/rest.ts';
import { additionOf, type Addition } from './import/addition.ts';
import { Drops } from './import/drops.ts';
import type { Found } from './import/found.svelte.ts';
import type { ImportPhase } from './import/phase.ts';
import { Preview } from './import/preview.svelte.ts';
import type { Repeats } from './import/repeats.svelte.ts';
import { Run } from './import/run.svelte.ts';
import type { GivenEncoder } from './given.svelte.ts';
import type { GivenIntake } from './given-intake.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Rules } from './rules.svelte.ts';
import type { Session } from './session.svelte.ts';

export type { Bundle } from '../core/corpus/bundles.ts';

/** What becomes of vectors that come along. */
export interface ImporterGiven {
  readonly intake: GivenIntake;
  /** Called once documents with vectors were added, with the space to be used from now on. */
  readonly arrived: (space: GivenEncoder | null) => Promise<void>;
}

/**
 * Bringing documents in: files are read in the ingest worker, shown as a preview, and become part
 * of the corpus only when the reader says so. Further drops add to an open preview.
 */
export class Importer {
  phase = $state.raw<ImportPhase>({ at: 'closed' });
  /** Whether the demo documents stay beside the reader's own. */
  keepDemo = $state(true);

  readonly run = new Run();
  readonly preview: Preview;
  readonly #drops: Drops;
  readonly #engine: Engine;
  readonly #session: Session;
  readonly #notices: Notices;
  readonly #names: Readonly<Record<Role, string>>;
  readonly #arrived: ImporterGiven['arrived'];

  /** @param names of the groups that take files which came without a folder */
  constructor(
    engine: Engine,
    session: Session,
    notices: Notices,
    names: Readonly<Record<Role, string>>,
    given: ImporterGiven,
  ) {
    this.#engine = engine;
    this.#session = session;
    this.#notices = notices;
    this.#names = names;
    this.#arrived = given.arrived;
    const isShown = (): boolean => this.phase.at === 'preview';
    this.preview = new Preview(engine, notices, names, given.intake, isShown);
    this.#drops = new Drops(engine, {
      found: this.preview.found,
      run: this.run,
      onPhase: (phase) => (this.phase = phase),
      onRead: () => this.#show(),
    });
  }

  get bundles(): readonly Bundle[] {
    return this.preview.bundles;
  }

  get found(): Found {
    return this.preview.found;
  }

  get repeats(): Repeats {
    return this.preview.repeats;
  }

  get given(): GivenIntake {
    return this.preview.given;
  }

  get rules(): Rules<Draft> {
    return this.preview.rules;
  }

  /** Documents that will be added. */
  get documents(): number {
    return this.preview.documents;
  }

  /** Changes role, group name, inclusion or stripping of one bundle of the preview. */
  edit(key: string, change: Partial<Omit<Bundle, 'key' | 'drafts'>>): void {
    this.preview.edit(key, change);
  }

  /** Gives all bundles of the preview a role; those whose group nobody named follow. */
  editRoles(role: Role): void {
    this.preview.editRoles(role);
  }

  /** Opens the sheet with nothing in it yet. */
  open(): void {
    if (this.phase.at === 'closed') this.phase = { at: 'choosing' };
  }

  /** Closes the sheet and forgets what was read; the corpus is as it was. */
  close(): void {
    if (this.phase.at === 'reading' || this.phase.at === 'adding') this.#engine.ingest.terminate();
    this.run.abort();
    this.#drops.stop();
    this.#clear();
  }

  /**
   * Reads files into the preview, after what is being read or added already.
   * @param problems what of the same drop could not even be listed
   * @param role that the reader gave to all of it, whatever it says itself
   */
  async read(
    files: readonly DroppedFile[],
    problems: readonly AppError[] = [],
    role: Role | null = null,
  ): Promise<void> {
    this.#drops.add({ files, problems, role });
    if (this.phase.at !== 'reading' && this.phase.at !== 'adding') await this.#drops.readAll();
  }

  /** Reads a table anew, its columns meaning what the reader has chosen. */
  async remap(file: string): Promise<void> {
    if (this.phase.at !== 'preview') return;
    const mapping = this.preview.takeChosen(file);
    if (mapping) await this.#drops.remap(file, mapping);
  }

  /** Stops reading; what was read before stays in the preview. */
  async stop(): Promise<void> {
    if (this.phase.at !== 'reading') return;
    this.#drops.stop();
    this.run.abort();
    this.#engine.ingest.terminate();
    if (this.found.drafts.length + this.found.problems.length > 0) await this.#show();
    else this.phase = { at: 'choosing' };
  }

  /**
   * Adds what the preview shows to the corpus, as one step that can be undone; tables whose columns were
   * given other meanings are read by them before. Where that brings a problem up the preview stays.
   */
  async confirm(): Promise<void> {
    if (!(await this.#readAsChosen())) return;
    const running = this.run.start();
    try {
      const addition = await additionOf(this.#engine, this.preview, this.#names, {
        ...running,
        onDone: (done, total) => (this.phase = { at: 'adding', done, total }),
      });
      await rest();
      if (running.signal.aborted) return;
      this.#add(addition);
      await this.#arrived(addition.space);
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.found.report([AppError.from(thrown)]);
      this.phase = { at: 'preview' };
    }
    await this.#drops.readAll();
  }

  /** @returns whether there is something to add, and nothing that the reader has not seen */
  async #readAsChosen(): Promise<boolean> {
    const { pending } = this.preview;
    if (pending.length === 0) return true;
    const problems = this.found.problems.length;
    for (const file of pending) await this.remap(file);
    const isShown = this.phase.at === 'preview' && this.documents > 0;
    return isShown && this.found.problems.length <= problems;
  }

  async #show(): Promise<void> {
    if (await this.preview.show()) this.phase = { at: 'preview' };
  }

  #add({ documents, groups }: Addition): void {
    const add = { type: 'add-documents', documents, groups } as const;
    const known = this.#session.corpus.documents;
    const ids = documents.map(({ id }) => id);
    const added = new Set(ids.filter((id) => !known.has(id))).size;
    this.#session.run(
      this.keepDemo ? add : { type: 'batch', commands: [{ type: 'remove-demo' }, add] },
    );
    this.#notices.show({
      kind: 'added',
      documents: added,
      already: ids.length - added,
      corpus: this.#session.corpus,
    });
    this.#clear();
  }

  #clear(): void {
    this.phase = { at: 'closed' };
    this.run.paused = false;
    this.keepDemo = true;
    this.#drops.forget();
    this.preview.clear();
  }
}
