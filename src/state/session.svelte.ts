import { apply, isUnchanged, type Changes, type Command } from '../core/corpus/commands.ts';
import { EMPTY_HISTORY, record, redo, undo, type History } from '../core/corpus/history.ts';
import { EMPTY_CORPUS, type Corpus } from '../core/corpus/model.ts';
import { DEFAULT_VIEW, type View } from '../core/project/view.ts';

/** A command is taken back, or done again. */
export type Step = 'undo' | 'redo';

/**
 * What the reader is working on. The corpus changes only through commands, each of which can be
 * undone; the view is plain data that the URL mirrors.
 */
export class Session {
  corpus = $state.raw<Corpus>(EMPTY_CORPUS);
  view = $state.raw<View>(DEFAULT_VIEW);
  #history = $state.raw<History>(EMPTY_HISTORY);
  readonly #listeners = new Set<(changes: Changes) => void>();
  readonly #stepListeners = new Set<(command: Command, step: Step) => void>();

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
    const command = this.#history.undo.at(-1)?.command;
    this.#step(undo(this.#history, this.corpus));
    if (command) this.#tellOfStep(command, 'undo');
  }

  redo(): void {
    const command = this.#history.redo.at(-1)?.command;
    this.#step(redo(this.#history, this.corpus));
    if (command) this.#tellOfStep(command, 'redo');
  }

  /** Takes in what another tab has saved: neither undone here nor saved again. */
  merge(changes: Pick<Changes, 'documents' | 'groups'>): void {
    this.corpus = apply(this.corpus, { type: 'merge', changes }).corpus;
  }

  /** Calls back with the records that each change touches. */
  onChange(listener: (changes: Changes) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls back with the very command that was `run`, whenever it is taken back or done again. */
  onStep(listener: (command: Command, step: Step) => void): void {
    this.#stepListeners.add(listener);
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

  #tellOfStep(command: Command, step: Step): void {
    for (const listener of this.#stepListeners) listener(command, step);
  }

  #tell(changes: Changes): void {
    for (const listener of this.#listeners) listener(changes);
  }
}
