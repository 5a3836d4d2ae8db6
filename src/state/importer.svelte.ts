import { group } from 'd3';
import type { Command } from '../core/corpus/commands.ts';
import { toGroup, type Placement } from '../core/corpus/documents.ts';
import type { Role } from '../core/corpus/model.ts';
import type { Draft, Note } from '../core/corpus/parse/parse.ts';
import { AppError } from '../core/errors.ts';
import { MAX_FILES } from '../core/limits.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import type { Notices } from './notices.svelte.ts';
import type { Session } from './session.svelte.ts';

/** Drafts that came in together and will become one group, unless the reader says otherwise. */
export interface Bundle {
  readonly key: string;
  readonly drafts: readonly Draft[];
  readonly role: Role;
  readonly group: string;
  readonly included: boolean;
}

interface Drop {
  readonly files: readonly DroppedFile[];
  readonly problems: readonly AppError[];
}

export type ImportPhase =
  | { readonly at: 'closed' }
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'preview' }
  | { readonly at: 'adding'; readonly done: number; readonly total: number };

/**
 * Bringing documents in: files are read in the ingest worker, shown as a preview, and become part
 * of the corpus only when the reader says so. Further drops add to an open preview.
 */
export class Importer {
  phase = $state.raw<ImportPhase>({ at: 'closed' });
  bundles = $state.raw<readonly Bundle[]>([]);
  problems = $state.raw<readonly AppError[]>([]);
  notes = $state.raw<readonly Note[]>([]);
  /** Whether the demo documents stay beside the reader's own. */
  keepDemo = $state(true);

  readonly documents = $derived(
    this.bundles.reduce((sum, { drafts, included }) => sum + (included ? drafts.length : 0), 0),
  );

  readonly #engine: Engine;
  readonly #session: Session;
  readonly #notices: Notices;
  readonly #names: Readonly<Record<Role, string>>;
  #abort = new AbortController();
  #queue: Drop[] = [];

  /** @param names of the groups that take files which came without a folder */
  constructor(
    engine: Engine,
    session: Session,
    notices: Notices,
    names: Readonly<Record<Role, string>>,
  ) {
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
    if (this.phase.at === 'reading') this.#engine.ingest.terminate();
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

  async #readQueue(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
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
    const { signal } = (this.#abort = new AbortController());
    this.phase = { at: 'reading', done: 0, total: files.length };
    try {
      const reading = await this.#engine.ingest.run(
        'read',
        { files, mappings: new Map() },
        {
          signal,
          onProgress: (progress) => (this.phase = { at: 'reading', ...progress }),
        },
      );
      const unread = reading.problems.map((record) => AppError.fromRecord(record));
      this.problems = [...this.problems, ...unread];
      this.notes = [...this.notes, ...reading.notes];
      this.bundles = gather(this.bundles, reading.drafts, this.#names);
    } catch (thrown) {
      if (signal.aborted) return;
      this.problems = [...this.problems, AppError.from(thrown)];
    }
    this.phase = { at: 'preview' };
  }

  /** Stops reading; what earlier drops gave stays in the preview. */
  stop(): void {
    if (this.phase.at !== 'reading') return;
    this.#queue = [];
    this.#abort.abort();
    this.#engine.ingest.terminate();
    const empty = this.bundles.length + this.problems.length === 0;
    this.phase = { at: empty ? 'choosing' : 'preview' };
  }

  /** Changes role, group name or inclusion of one bundle of the preview. */
  edit(key: string, change: Partial<Pick<Bundle, 'role' | 'group' | 'included'>>): void {
    this.bundles = this.bundles.map((bundle) =>
      bundle.key === key ? { ...bundle, ...change } : bundle,
    );
  }

  /** Adds what the preview shows to the corpus, as one step that can be undone. */
  async confirm(): Promise<void> {
    const included = this.bundles.filter(({ included }) => included);
    const placed = included.flatMap((bundle) =>
      bundle.drafts.map((draft) => ({ draft, placement: this.#placementOf(bundle) })),
    );
    const groups = included.map((bundle) => toGroup(this.#placementOf(bundle)));
    const { signal } = (this.#abort = new AbortController());
    this.phase = { at: 'adding', done: 0, total: placed.length };
    try {
      const documents = await this.#engine.ingest.run('place', placed, {
        signal,
        onProgress: (progress) => (this.phase = { at: 'adding', ...progress }),
      });
      const known = this.#session.corpus.documents;
      const added = new Set(documents.map(({ id }) => id).filter((id) => !known.has(id))).size;
      const add: Command = { type: 'add-documents', documents, groups };
      this.#session.run(
        this.keepDemo ? add : { type: 'batch', commands: [{ type: 'remove-demo' }, add] },
      );
      this.#notices.show({
        kind: 'added',
        documents: added,
        already: documents.length - added,
        corpus: this.#session.corpus,
      });
      const queued = this.#queue;
      this.#clear();
      this.#queue = queued;
    } catch (thrown) {
      if (signal.aborted) return;
      this.problems = [...this.problems, AppError.from(thrown)];
      this.phase = { at: 'preview' };
    }
    await this.#readQueue();
  }

  #placementOf({ role, group }: Bundle): Placement {
    return { role, group: group.trim() || this.#names[role] };
  }

  #clear(): void {
    this.#queue = [];
    this.phase = { at: 'closed' };
    this.bundles = [];
    this.problems = [];
    this.notes = [];
    this.keepDemo = true;
  }
}

/** Sorts drafts into bundles by the role and group they came with. */
function gather(
  bundles: readonly Bundle[],
  drafts: readonly Draft[],
  names: Readonly<Record<Role, string>>,
): readonly Bundle[] {
  const gathered = new Map(bundles.map((bundle) => [bundle.key, bundle]));
  const roleOf = (draft: Draft): Role => draft.role ?? 'training';
  const groupOf = (draft: Draft): string => draft.group ?? names[roleOf(draft)];
  for (const [role, ofRole] of group(drafts, roleOf)) {
    for (const [name, together] of group(ofRole, groupOf)) {
      const key = `${role} ${name}`;
      const bundle = gathered.get(key) ?? { key, drafts: [], role, group: name, included: true };
      gathered.set(key, { ...bundle, drafts: [...bundle.drafts, ...together] });
    }
  }
  return [...gathered.values()];
}
