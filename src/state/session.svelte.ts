import { apply, isUnchanged, type Changes, type Command } from '../core/corpus/commands.ts';
import { EMPTY_HISTORY, record, redo, undo, type History } from '../core/corpus/history.ts';
import { EMPTY_CORPUS, type Corpus } from '../core/corpus/model.ts';
import { DEFAULT_VIEW, type View } from '../core/project/view.ts';

/**
 * What the reader is working on. The corpus changes only through commands, each of which can be
 * undone; the view is plain data that the URL mirrors.
 */
export class Session {
  corpus = $state.raw<Corpus>(EMPTY_CORPUS);
  view = $state.raw<View>(DEFAULT_VIEW);
  #history = $state.raw<History>(EMPTY_HISTORY);
  readonly #listeners = new Set<(changes: Changes) => void>();

  readonly canUndo = $derived(this.#history.undo.length > 0);
  readonly canRedo = $derived(this.#history.redo.length > 0);

  /** Starts over with a corpus that nobody can undo away. */
  open(corpus: Corpus): void {
    this.corpus = corpus;
    this.#history = EMPTY_HISTORY;
  }

  /** Changes the corpus; the change can be undone. A command without effect leaves no step. */
  run(command: Command): void {
    const { corpus, inverse, changes } = apply(this.corpus, command);
    if (isUnchanged(changes)) return;
    this.corpus = corpus;
    this.#history = record(this.#history, { command, inverse });
    this.#tell(changes);
  }

  undo(): void {
    this.#step(undo(this.#history, this.corpus));
  }

  redo(): void {
    this.#step(redo(this.#history, this.corpus));
  }

  /** Takes in what another tab has saved: neither undone here nor saved again. */
  merge(changes: Pick<Changes, 'documents' | 'groups'>): void {
    this.corpus = apply(this.corpus, { type: 'merge', changes }).corpus;
  }

  /** Calls back with the records that each change touches. */
  onChange(listener: (changes: Changes) => void): void {
    this.#listeners.add(listener);
  }

  show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
  }

  #step(step: { history: History; corpus: Corpus; changes: Changes } | null): void {
    if (!step) return;
    this.#history = step.history;
    this.corpus = step.corpus;
    this.#tell(step.changes);
  }

  #tell(changes: Changes): void {
    for (const listener of this.#listeners) listener(changes);
  }
}
