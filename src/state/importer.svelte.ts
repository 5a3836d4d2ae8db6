import { bundled, type Bundle } from '../core/corpus/bundles.ts';
import type { Document, Group, Role } from '../core/corpus/model.ts';
import type { Draft, Mapping } from '../core/corpus/parse/parse.ts';
import { AppError } from '../core/errors.ts';
import { MAX_FILES } from '../core/limits.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import { cutTexts, readFiles } from '../engine/import-files.ts';
import { Found } from './import/found.svelte.ts';
import type { ImportPhase } from './import/phase.ts';
import { documentsOf, groupOf, placed } from './import/placing.ts';
import { Repeats } from './import/repeats.svelte.ts';
import { Run } from './import/run.svelte.ts';
import type { GivenEncoder } from './given.svelte.ts';
import type { AddedDraft, GivenIntake } from './given-intake.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { rest } from './rest.ts';
import { Rules } from './rules.svelte.ts';
import type { Session } from './session.svelte.ts';

export type { Bundle } from '../core/corpus/bundles.ts';

/** What becomes of vectors that come along. */
export interface ImporterGiven {
  readonly intake: GivenIntake;
  /** Called once documents with vectors were added, with the space to be used from now on. */
  readonly arrived: (space: GivenEncoder | null) => Promise<void>;
}

interface Drop {
  readonly files: readonly DroppedFile[];
  readonly problems: readonly AppError[];
  /** That all of it was dropped as; null for what it says itself. */
  readonly role: Role | null;
}

/**
 * Bringing documents in: files are read in the ingest worker, shown as a preview, and become part
 * of the corpus only when the reader says so. Further drops add to an open preview.
 */
export class Importer {
  phase = $state.raw<ImportPhase>({ at: 'closed' });
  bundles = $state.raw<readonly Bundle[]>([]);
  /** Whether the demo documents stay beside the reader's own. */
  keepDemo = $state(true);

  readonly run = new Run();
  readonly found: Found;
  readonly repeats: Repeats;
  /** Vectors that came along. */
  readonly given: GivenIntake;
  /** By which the preview is sorted; forgotten with it. */
  readonly rules: Rules<Draft>;
  /** Documents that will be added. */
  readonly documents = $derived.by(() =>
    this.bundles
      .filter(({ included }) => included)
      .reduce((sum, bundle) => sum + bundle.drafts.length - this.repeats.leftOutOf(bundle).size, 0),
  );

  readonly #engine: Engine;
  readonly #session: Session;
  readonly #notices: Notices;
  readonly #names: Readonly<Record<Role, string>>;
  readonly #arrived: ImporterGiven['arrived'];
  #queue: Drop[] = [];
  #drops: Drop[] = [];
  #mappings = new Map<string, Mapping>();

  /** @param names of the groups that take files which came without a folder */
  constructor(
    engine: Engine,
    session: Session,
    notices: Notices,
    names: Readonly<Record<Role, string>>,
    given: ImporterGiven,
  ) {
    this.given = given.intake;
    this.#arrived = given.arrived;
    this.found = new Found(given.intake);
    this.#engine = engine;
    this.#session = session;
    this.#notices = notices;
    this.#names = names;
    this.repeats = new Repeats(engine, notices);
    this.rules = new Rules(
      engine,
      () => this.found.drafts,
      (draft) => ({
        ...draft,
        path: draft.source,
        group: draft.group ?? names[draft.role ?? 'training'],
      }),
      () => this.#sorted(),
    );
  }

  /** Opens the sheet with nothing in it yet. */
  open(): void {
    if (this.phase.at === 'closed') this.phase = { at: 'choosing' };
  }

  /** Closes the sheet and forgets what was read; the corpus is as it was. */
  close(): void {
    if (this.phase.at === 'reading' || this.phase.at === 'adding') this.#engine.ingest.terminate();
    this.run.abort();
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
    this.#queue.push({ files, problems, role });
    if (this.phase.at !== 'reading' && this.phase.at !== 'adding') await this.#readQueue();
  }

  /** Reads a table anew with other meanings of its columns. */
  async remap(file: string, mapping: Mapping): Promise<void> {
    if (this.phase.at !== 'preview') return;
    this.#mappings.set(file, mapping);
    for (const { files, role } of [...this.#drops]) {
      const holder = files.filter(({ path }) => lies(file, path));
      this.found.forget((source) => holder.some(({ path }) => lies(source, path)));
      if (holder.length > 0) await this.#readNow({ files: holder, problems: [], role });
    }
  }

  /** Stops reading; what was read before stays in the preview. */
  async stop(): Promise<void> {
    if (this.phase.at !== 'reading') return;
    this.#queue = [];
    this.run.abort();
    this.#engine.ingest.terminate();
    const empty = this.found.drafts.length + this.found.problems.length === 0;
    if (empty) this.phase = { at: 'choosing' };
    else await this.#show();
  }

  /** Changes role, group name, inclusion or stripping of one bundle of the preview. */
  edit(key: string, change: Partial<Omit<Bundle, 'key' | 'drafts'>>): void {
    this.bundles = this.bundles.map((bundle) =>
      bundle.key === key ? { ...bundle, ...change } : bundle,
    );
    if (change.role !== undefined || change.included !== undefined) void this.#findRepeats();
  }

  /** Gives all bundles of the preview a role; those whose group nobody named follow. */
  editRoles(role: Role): void {
    this.bundles = this.bundles.map((bundle) => ({
      ...bundle,
      role,
      group: bundle.group === this.#names[bundle.role] ? this.#names[role] : bundle.group,
    }));
    void this.#findRepeats();
  }

  /** Adds what the preview shows to the corpus, as one step that can be undone. */
  async confirm(): Promise<void> {
    const included = this.bundles.filter((bundle) => bundle.included);
    const drafts = included.flatMap((bundle) => placed(bundle, this.#names, this.repeats));
    const groups = included.map((bundle) => groupOf(bundle, this.#names));
    const running = this.run.start();
    const total = drafts.length;
    this.phase = { at: 'adding', done: 0, total };
    try {
      const inputs = drafts.map(({ draft, role, without }) => ({
        role,
        text: draft.text,
        without,
      }));
      const cuts = await cutTexts(this.#engine.ingest, inputs, {
        ...running,
        onDone: (done) => (this.phase = { at: 'adding', done, total }),
      });
      const added: AddedDraft[] = [];
      const documents = documentsOf(drafts, cuts, (draft, { id, text }) =>
        added.push({ draft, id, text }),
      );
      const space = await this.given.keep(added);
      await rest();
      if (running.signal.aborted) return;
      this.#add(documents, groups);
      await this.#arrived(space);
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.found.report([AppError.from(thrown)]);
      this.phase = { at: 'preview' };
    }
    await this.#readQueue();
  }

  async #readQueue(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.#drops.push(next);
      await this.#readNow(next);
    }
  }

  async #readNow({ files, problems, role }: Drop): Promise<void> {
    this.found.report(problems);
    if (files.length > MAX_FILES) {
      const params = { count: files.length, limit: MAX_FILES };
      this.found.report([new AppError('too-many-files', params)]);
      this.phase = { at: 'preview' };
      return;
    }
    const running = this.run.start();
    const total = files.length;
    const before = this.found.drafts.length;
    let done = 0;
    const progress = (more: number): void => {
      const found = this.found.drafts.length - before + more;
      this.phase = { at: 'reading', done, total, found };
    };
    progress(0);
    try {
      await readFiles(this.#engine.ingest, files, this.#mappings, {
        ...running,
        onPart: progress,
        onFiles: (readings, count) => {
          done += count;
          this.found.take(readings, role);
          progress(0);
        },
      });
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.found.report([AppError.from(thrown)]);
    }
    await this.#show();
  }

  async #show(): Promise<void> {
    this.found.settle();
    await this.rules.ask();
    this.#bundle();
    await this.#findRepeats();
    if (this.phase.at !== 'closed') this.phase = { at: 'preview' };
  }

  #bundle(): void {
    this.bundles = bundled(this.found.drafts, this.bundles, this.#names, (draft) => {
      const rule = this.rules.of(draft);
      return rule && { role: rule.role, group: rule.group.trim() || null };
    });
  }

  /** Rules have another answer. */
  #sorted(): void {
    if (this.phase.at !== 'preview') return;
    this.#bundle();
    void this.#findRepeats();
  }

  #findRepeats(): Promise<void> {
    const included = this.bundles.filter((bundle) => bundle.included);
    this.given.look(included.flatMap(({ drafts }) => drafts));
    return this.repeats.find(this.bundles, (draft) => this.found.printOf(draft));
  }

  #add(documents: readonly Document[], groups: readonly Group[]): void {
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
    const queued = this.#queue;
    this.#clear();
    this.#queue = queued;
  }

  #clear(): void {
    this.#queue = [];
    this.#drops = [];
    this.#mappings = new Map();
    this.phase = { at: 'closed' };
    this.bundles = [];
    this.run.paused = false;
    this.found.clear();
    this.repeats.clear();
    this.rules.clear();
    this.keepDemo = true;
    this.given.clear();
  }
}

/** Whether a file is the one dropped as `path`, or in it. */
function lies(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
