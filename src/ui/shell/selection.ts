import type { Document } from '../../core/corpus/model.ts';
import type { View } from '../../core/project/view.ts';
import { stepBack } from '../reader/step-back.ts';

type Selection = Pick<View, 'view' | 'anchor' | 'document' | 'scenario'>;

/**
 * What choosing a text in a list selects: a document beside the scenario that it is held against;
 * a scenario alone, unless the list of a document in Reach is what it is chosen for.
 */
export function chosen(
  { id, role }: Document,
  { view, anchor, document, scenario }: Selection,
): Partial<View> {
  if (role === 'training') {
    return { document: id, passage: null, anchor: scenario === null ? 'document' : anchor };
  }
  return view === 'reach' && anchor === 'document' && document !== null
    ? { scenario: id, passage: null }
    : { scenario: id, document: null, passage: null, anchor: 'scenario' };
}

/** One step back from what is open; null where nothing is. */
export function back(view: Selection): Partial<View> | null {
  if (view.document === null && view.scenario === null) return null;
  return stepBack(view) ?? { document: null, scenario: null, passage: null };
}

/** Whether a pair is open to be read side by side, which needs a wide reader. */
export function showsPair({ view, document, scenario }: Selection): boolean {
  return view === 'reach' && document !== null && scenario !== null;
}
