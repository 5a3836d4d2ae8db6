import type { Document } from '../core/corpus/model.ts';
import type { View } from '../core/project/view.ts';

/** What of the view decides what choosing and closing do. */
export type Selection = Pick<View, 'view' | 'anchor' | 'document' | 'scenario'>;

/** Nothing selected. */
export const CLEARED = { document: null, scenario: null, passage: null } as const;

/**
 * What choosing a text selects, on the map or in a list: a document beside the scenario that it is
 * held against; a scenario alone, unless the list of a document in Reach is what it is chosen for.
 *
 * @param passage the one that was pointed at, if any
 */
export function chosen(
  { id, role }: Pick<Document, 'id' | 'role'>,
  { view, anchor, document, scenario }: Selection,
  passage: number | null = null,
): Partial<View> {
  if (role === 'training') {
    return { document: id, passage, anchor: scenario === null ? 'document' : anchor };
  }
  return view === 'reach' && anchor === 'document' && document !== null
    ? { scenario: id, passage }
    : { scenario: id, document: null, passage, anchor: 'scenario' };
}

/**
 * What closing the reader changes: of a pair, the end that the list was not made for; of a single
 * text, the selection. Null in Reach where the text is what the list is about: closing it would
 * take the list away.
 */
export function stepBack({ view, anchor, document, scenario }: Selection): Partial<View> | null {
  if (document !== null && scenario !== null) {
    return anchor === 'scenario'
      ? { document: null, passage: null }
      : { scenario: null, passage: null };
  }
  const leads = anchor === 'scenario' ? scenario : document;
  return view === 'reach' && leads !== null ? null : CLEARED;
}

/** One step back from what is open, the list included; null where nothing is. */
export function back(view: Selection): Partial<View> | null {
  if (view.document === null && view.scenario === null) return null;
  return stepBack(view) ?? CLEARED;
}

/** Whether a pair is open to be read side by side, which needs a wide reader. */
export function showsPair({ view, document, scenario }: Selection): boolean {
  return view === 'reach' && document !== null && scenario !== null;
}
