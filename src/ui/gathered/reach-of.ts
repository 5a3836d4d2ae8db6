import type { Document } from '../../core/corpus/model.ts';
import type { View } from '../../core/project/view.ts';

/**
 * The view of Reach that gathered documents open: one by itself is what the list is for; several
 * are taken together, which Reach does while nothing is chosen. Training documents come first: of a
 * mixture, what they reach is shown.
 */
export function reachOfGathered(
  documents: readonly Document[],
  { scenario }: Pick<View, 'scenario'>,
): Partial<View> {
  const training = documents.filter(({ role }) => role === 'training');
  const anchor = training.length > 0 ? 'document' : 'scenario';
  const [first, ...more] = training.length > 0 ? training : documents;
  const alone = more.length === 0 ? (first?.id ?? null) : null;
  return anchor === 'document'
    ? { view: 'reach', anchor, document: alone, scenario: alone ? scenario : null, passage: null }
    : { view: 'reach', anchor, scenario: alone, document: null, passage: null };
}
