import { contrastEach, type ContrastSettings } from '../groups/contrast.ts';
import { rowMeans } from '../groups/table.ts';
import { undecidable, type Note, type Outcome } from './judgement.ts';
import { evenness } from './kinds.ts';
import type { Measurements } from './measurements.ts';
import type { MeasureOf, Quantity } from './predictions.ts';

/** Two groups in a quantity of documents, averaged over scenarios (docs/methods.md §5). */
export function judgeContrast(
  { quantity, more, less }: MeasureOf<'contrast'>,
  measurements: Measurements,
  settings: ContrastSettings,
): Outcome {
  return judgeGroups(more, less, valuesOf(quantity, measurements), measurements, settings);
}

/** Two groups in their scores on an axis that was learnt on other topics than each document's. */
export function judgeAxisContrast(
  { axis, more, less }: MeasureOf<'axis-contrast'>,
  measurements: Measurements,
  settings: ContrastSettings,
): Outcome {
  const found = measurements.axes.get(axis);
  if (!found) return undecidable('not-measured');
  return judgeGroups(more, less, found.heldOutScores, measurements, settings);
}

/** [documents] */
function valuesOf(quantity: Quantity, measurements: Measurements): Float64Array {
  if (quantity === 'evenness') return evenness(measurements);
  const { documents, scenarios } = measurements;
  return rowMeans({
    rows: documents.length,
    columns: scenarios.length,
    data: measurements[quantity],
  });
}

function judgeGroups(
  more: string,
  less: string,
  values: Float64Array,
  { documents }: Measurements,
  settings: ContrastSettings,
): Outcome {
  const inGroup = (name: string) =>
    documents
      .map((document, row) => ({ ...document, values: [values[row]!] }))
      .filter(({ group }) => group === name);
  const found = contrastEach(inGroup(more), inGroup(less), settings);
  const missing: Note[] = found.missing > 0 ? ['missing-values'] : [];
  if (found.kind === 'refused') return undecidable(...missing, found.reason);
  const notes: Note[] = [
    ...(found.unblocked ? (['unblocked'] as const) : []),
    ...(found.setAside > 0 ? (['set-aside'] as const) : []),
    ...missing,
  ];
  const { effect, interval, p, verdict } = found.results[0]!;
  const { arrangements } = found;
  const compared = found.more + found.less;
  return {
    verdict,
    figures: { kind: 'contrast', effect, interval, p, arrangements, documents: compared },
    notes,
  };
}
