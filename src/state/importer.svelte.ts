import { bundled, type Bundle } from '../core/corpus/bundles.ts';
import type { Command } from '../core/corpus/commands.ts';
import { toGroup, type Placement } from '../core/corpus/documents.ts';
import { groupId } from '../core/corpus/identity.ts';
import type { Document, Role } from '../core/corpus/model.ts';
import { joinConditions } from '../core/corpus/parse/conditions.ts';
import type { Draft, Mapping, Note, Table } from '../core/corpus/parse/parse.ts';
import { nameTwins } from '../core/corpus/parse/twin-pairs.ts';
import { printOf, type Print } from '../core/corpus/repeats/print.ts';
import { NO_REPEATS, type Repeat, type Survey } from '../core/corpus/repeats/survey.ts';
import { AppError } from '../core/errors.ts';
import { MAX_FILES } from '../core/limits.ts';
import type { DroppedFile, Engine, Reading } from '../engine/engine.ts';
import { cutTexts, readFiles } from '../engine/import-files.ts';
import { PauseSwitch } from '../engine/pause-switch.ts';
import type { GivenEncoder } from './given.svelte.ts';
import type { AddedDraft, GivenIntake } from './given-intake.svelte.ts';
import type { Notices } from './notices.svelte.ts';
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
}

export type ImportPhase =
  | { readonly at: 'closed' }
  | { readonly at: 'choosing' }
  | {
      readonly at: 'reading';
      readonly done: number;
      readonly total: number;
      readonly found: number;
    }
  | { readonly at: 'preview' }
  | { readonly at: 'adding'; readonly done: number; readonly total: number };

/**
 * Bringing documents in: files are read in the ingest worker, shown as a preview, and become part
 * of the corpus only when the reader says so. Further drops add to an open preview.
 */
export class Importer {
  phase = $state.raw<ImportPhase>({ at: 'closed' });
  /** Whether reading or adding is held. */
  paused = $state(false);
  bundles = $state.raw<readonly Bundle[]>([]);
  tables = $state.raw<readonly Table[]>([]);
  problems = $state.raw<readonly AppError[]>([]);
  notes = $state.raw<readonly Note[]>([]);
  /** What repeats among the drafts. */
  survey = $state.raw<Survey>(NO_REPEATS);
  /** Which documents that repeat another one are left out. */
  leaveOut = $state.raw({ exact: true, near: false });
  /** Whether the demo documents stay beside the reader's own. */
  keepDemo = $state(true);

  readonly #left = $derived(this.#leftOut());
  /** Documents that will be added. */
  readonly documents = $derived(
    this.bundles.reduce(
      (sum, { key, drafts, included }) =>
        sum + (included ? drafts.length - (this.#left.get(key)?.size ?? 0) : 0),
      0,
    ),
  );

  readonly #engine: Engine;
  readonly #session: Session;
  readonly #notices: Notices;
  readonly #names: Readonly<Record<Role, string>>;
  readonly #arrived: ImporterGiven['arrived'];
  /** Vectors that came along. */
  readonly given: GivenIntake;
  readonly #prints = new WeakMap<Draft, Print>();
  #abort = new AbortController();
  #pause = new PauseSwitch();
  #queue: Drop[] = [];
  #files: DroppedFile[] = [];
  #drafts: Draft[] = [];
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
    this.#engine = engine;
    this.#session = session;
    this.#notices = notices;
    this.#names = names;
  }

  /** Opens the sheet with nothing in it yet. */
  open(): void {
    if (this.phase.at === 'closed') this.phase = { at: 'choosing' };
  }

  /** Closes the sheet and forgets what was read; the corpus is as it was. */
  close(): void {
    if (this.phase.at === 'reading' || this.phase.at === 'adding') this.#engine.ingest.terminate();
    this.#abort.abort();
    this.#clear();
  }

  /**
   * Reads files into the preview, after what is being read or added already.
   * @param problems what of the same drop could not even be listed
   */
  async read(files: readonly DroppedFile[], problems: readonly AppError[] = []): Promise<void> {
    this.#queue.push({ files, problems });
    if (this.phase.at !== 'reading' && this.phase.at !== 'adding') await this.#readQueue();
  }

  /** Holds reading or adding, or lets it go on. */
  hold(paused: boolean): void {
    this.paused = paused;
    this.#pause.set(paused);
  }

  /** Reads a table anew with other meanings of its columns. */
  async remap(file: string, mapping: Mapping): Promise<void> {
    if (this.phase.at !== 'preview') return;
    this.#mappings.set(file, mapping);
    const holder = this.#files.filter(({ path }) => path === file || file.startsWith(`${path}/`));
    const holds = (source: string): boolean =>
      holder.some(({ path }) => source === path || source.startsWith(`${path}/`));
    this.#drafts = this.#drafts.filter(({ source }) => !holds(source));
    this.tables = this.tables.filter((table) => !holds(table.file));
    this.notes = this.notes.filter((note) => !holds(note.file));
    this.problems = this.problems.filter(({ params }) => !('file' in params && holds(params.file)));
    this.given.forget(holds);
    await this.#readNow({ files: holder, problems: [] });
  }

  async #readQueue(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.#files.push(...next.files);
      await this.#readNow(next);
    }
  }

  async #readNow({ files, problems }: Drop): Promise<void> {
    this.problems = [...this.problems, ...problems];
    if (files.length > MAX_FILES) {
      const params = { count: files.length, limit: MAX_FILES };
      this.problems = [...this.problems, new AppError('too-many-files', params)];
      this.phase = { at: 'preview' };
      return;
    }
    const running = this.#start();
    let done = 0;
    const total = files.length;
    const before = this.#drafts.length;
    const found = (more: number): number => this.#drafts.length - before + more;
    this.phase = { at: 'reading', done, total, found: 0 };
    try {
      await readFiles(this.#engine.ingest, files, this.#mappings, {
        ...running,
        onPart: (documents) =>
          (this.phase = { at: 'reading', done, total, found: found(documents) }),
        onFile: (readings) => {
          this.#take(readings);
          this.phase = { at: 'reading', done: ++done, total, found: found(0) };
        },
      });
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.problems = [...this.problems, AppError.from(thrown)];
    }
    await this.#show();
  }

  /** Stops reading; what was read before stays in the preview. */
  async stop(): Promise<void> {
    if (this.phase.at !== 'reading') return;
    this.#queue = [];
    this.#abort.abort();
    this.#engine.ingest.terminate();
    const empty = this.#drafts.length + this.problems.length === 0;
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

  /** Adds what the preview shows to the corpus, as one step that can be undone. */
  async confirm(): Promise<void> {
    const included = this.bundles.filter((bundle) => bundle.included);
    const placed = included.flatMap((bundle) => this.#placed(bundle));
    const groups = included.map((bundle) => toGroup(this.#placementOf(bundle)));
    const running = this.#start();
    const total = placed.length;
    this.phase = { at: 'adding', done: 0, total };
    try {
      const inputs = placed.map(({ draft, role, without }) => ({
        role,
        text: draft.text,
        without,
      }));
      const cuts = await cutTexts(this.#engine.ingest, inputs, {
        ...running,
        onDone: (done) => (this.phase = { at: 'adding', done, total }),
      });
      const added: AddedDraft[] = [];
      const documents = cuts.flatMap(({ id, passages, text }, at): Document[] => {
        const place = placed[at];
        if (!place || passages.length === 0) return [];
        const { draft, role, group } = place;
        const { title, meta } = draft;
        const own = { id, passages, role, group, title, meta, origin: 'own' } as const;
        const document = { ...own, text: text ?? draft.text };
        added.push({ draft, id, text: document.text });
        return [document];
      });
      const space = await this.given.keep(added);
      if (running.signal.aborted) return;
      this.#add({ type: 'add-documents', documents, groups });
      await this.#arrived(space);
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.problems = [...this.problems, AppError.from(thrown)];
      this.phase = { at: 'preview' };
    }
    await this.#readQueue();
  }

  #add(add: Extract<Command, { type: 'add-documents' }>): void {
    const known = this.#session.corpus.documents;
    const ids = add.documents.map(({ id }) => id);
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

  #start(): { readonly signal: AbortSignal; readonly pause: PauseSwitch } {
    this.#abort = new AbortController();
    this.#pause = new PauseSwitch();
    this.paused = false;
    return { signal: this.#abort.signal, pause: this.#pause };
  }

  #take(readings: readonly Reading[]): void {
    for (const reading of readings) {
      const { drafts, prints, problems, notes, tables } = reading;
      this.given.take(reading);
      for (const [at, draft] of drafts.entries()) {
        this.#drafts.push(draft);
        const print = prints[at];
        if (print) this.#prints.set(draft, print);
      }
      if (problems.length > 0) {
        this.problems = [
          ...this.problems,
          ...problems.map((record) => AppError.fromRecord(record)),
        ];
      }
      if (notes.length > 0) this.notes = [...this.notes, ...notes];
      if (tables.length > 0) this.tables = [...this.tables, ...tables];
    }
  }

  async #show(): Promise<void> {
    this.#drafts = this.#drafts.length === 0 ? [] : this.#settled(this.#withVectors());
    this.bundles = bundled(this.#drafts, this.bundles, this.#names);
    await this.#findRepeats();
    if (this.phase.at !== 'closed') this.phase = { at: 'preview' };
  }

  /** Drafts with the vectors of files beside their tables; each keeps its print. */
  #withVectors(): readonly Draft[] {
    const before = this.#drafts;
    const joined = this.given.join(before, this.tables);
    for (const [at, draft] of joined.entries()) {
      const print = before[at] && this.#prints.get(before[at]);
      if (print) this.#prints.set(draft, print);
    }
    return joined;
  }

  /** What several files say together; drafts that are changed by it keep or get a print. */
  #settled(drafts: readonly Draft[]): Draft[] {
    const joined = joinConditions(drafts);
    const named = nameTwins(joined);
    for (const [at, draft] of named.entries()) {
      const of = joined[at];
      const print = of && this.#prints.get(of);
      this.#prints.set(
        draft,
        print && of.text === draft.text && of.shape !== 'condition' ? print : printOf(draft.text),
      );
    }
    return named;
  }

  async #findRepeats(): Promise<void> {
    const included = this.bundles.filter((bundle) => bundle.included);
    this.given.look(included.flatMap(({ drafts }) => drafts));
    const bunches = included.map(({ key, role, drafts }) => ({
      key,
      role,
      prints: drafts.map((draft) => this.#prints.get(draft) ?? printOf(draft.text)),
    }));
    try {
      this.survey = await this.#engine.ingest.run('findRepeats', bunches);
    } catch (thrown) {
      this.survey = NO_REPEATS;
      this.#notices.error(AppError.from(thrown));
    }
  }

  /** By bundle, the places of drafts that repeat another one and are left out. */
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

  #placed(bundle: Bundle) {
    const { role, group } = this.#placementOf(bundle);
    const home = { role, group: groupId(role, group) };
    const left = this.#left.get(bundle.key);
    const lines = bundle.stripped ? this.survey.boilerplate.get(bundle.key)?.lines : undefined;
    return bundle.drafts
      .filter((_, at) => !left?.has(at))
      .map((draft) => ({ draft, ...home, without: lines ?? [] }));
  }

  #placementOf({ role, group }: Bundle): Placement {
    return { role, group: group.trim() || this.#names[role] };
  }

  #clear(): void {
    this.#queue = [];
    this.#files = [];
    this.#drafts = [];
    this.#mappings = new Map();
    this.phase = { at: 'closed' };
    this.paused = false;
    this.bundles = [];
    this.tables = [];
    this.problems = [];
    this.notes = [];
    this.survey = NO_REPEATS;
    this.leaveOut = { exact: true, near: false };
    this.keepDemo = true;
    this.given.clear();
  }
}
