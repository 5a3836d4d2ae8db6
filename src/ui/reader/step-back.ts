import type { View } from '../../core/project/view.ts';

type Selection = Pick<View, 'view' | 'anchor' | 'document' | 'scenario'>;

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
  if (view === 'reach' && leads !== null) return null;
  return { document: null, scenario: null, passage: null };
}
