import { HISTORY_STEPS } from '../limits.ts';
import { apply, type Changes, type Command } from './commands.ts';
import type { Corpus } from './model.ts';

export interface Entry {
  /** What the reader did; names the step, also while it is undone. */
  readonly command: Command;
  /** Takes it back; in `History.redo`: does it again. */
  readonly inverse: Command;
}

/** Steps that can be taken back and done again, the latest last. Never changed in place. */
export interface History {
  readonly undo: readonly Entry[];
  readonly redo: readonly Entry[];
}

export interface Step {
  readonly history: History;
  readonly corpus: Corpus;
  readonly changes: Changes;
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** Adds a step that was just done: what was undone is forgotten, and so is the oldest step. */
export function record(history: History, entry: Entry, limit = HISTORY_STEPS): History {
  return { undo: [...history.undo, entry].slice(-limit), redo: [] };
}

/** Takes the latest step back; null where there is none. */
export function undo(history: History, corpus: Corpus): Step | null {
  const entry = history.undo.at(-1);
  if (!entry) return null;
  const { inverse, ...applied } = apply(corpus, entry.inverse);
  const redo = [...history.redo, { command: entry.command, inverse }];
  return { ...applied, history: { undo: history.undo.slice(0, -1), redo } };
}

/** Does the latest undone step again; null where there is none. */
export function redo(history: History, corpus: Corpus): Step | null {
  const entry = history.redo.at(-1);
  if (!entry) return null;
  const { inverse, ...applied } = apply(corpus, entry.inverse);
  const undo = [...history.undo, { command: entry.command, inverse }];
  return { ...applied, history: { undo, redo: history.redo.slice(0, -1) } };
}
