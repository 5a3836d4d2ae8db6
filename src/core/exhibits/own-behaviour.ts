import { ascending, mean } from 'd3';
import { verdictOf, type ContrastSettings } from '../groups/contrast.ts';
import { MIN_ARRANGEMENTS } from '../limits.ts';
import { matchingsOf, testMatching } from '../statistics/matching-test.ts';
import { undecidable, type Note, type Outcome } from './judgement.ts';
import { kindOfTopic, relatednessByKind, type KindTable } from './kinds.ts';
import type { ExhibitDocument, Measurements } from './measurements.ts';
import type { MeasureOf } from './predictions.ts';

/** One document, or two twins written for one kind of scenario. */
interface Unit {
  /** Column of its own kind. */
  readonly kind: number;
  /** Rows whose mean is the unit's. */
  readonly rows: readonly number[];
}

/**
 * Whether documents relate more closely to the kind of scenario that they were written for than to
 * the other kinds, by permuting kinds among them, twins together (docs/methods.md §5).
 */
export function judgeOwnBehaviour(
  { groups }: MeasureOf<'own-behaviour'>,
  measurements: Measurements,
  settings: ContrastSettings,
): Outcome {
  const table = relatednessByKind(measurements);
  const { documents } = measurements;
  const chosen = [...documents.keys()]
    .filter((row) => groups.includes(documents[row]!.group))
    .sort((a, b) => ascending(documents[a]!.id, documents[b]!.id));
  const measured = chosen.filter((row) => rowOf(table, row).every(Number.isFinite));
  const units = unitsOf(measured, documents, table.kinds);
  const placed = units.flatMap(({ rows }) => rows).length;
  const notes: Note[] = [
    ...(placed < measured.length ? (['set-aside'] as const) : []),
    ...(measured.length < chosen.length ? (['missing-values'] as const) : []),
  ];
  const kinds = units.map(({ kind }) => kind);
  const arrangements = matchingsOf(kinds);
  if (arrangements < MIN_ARRANGEMENTS) return undecidable(...notes, 'too-few-arrangements');
  const cells = units.flatMap(({ rows }) =>
    table.kinds.map((_, kind) => mean(rows, (row) => rowOf(table, row)[kind])!),
  );
  const test = testMatching(Float64Array.from(cells), kinds, settings);
  const { effect, interval, p } = test;
  return {
    verdict: verdictOf(test, settings.alpha),
    figures: { kind: 'contrast', effect, interval, p, arrangements, documents: placed },
    notes,
  };
}

/** Units in the order of `rows`; documents whose topic names no kind are in none. */
function unitsOf(
  rows: readonly number[],
  documents: readonly ExhibitDocument[],
  kinds: readonly string[],
): Unit[] {
  const rowById = new Map(rows.map((row) => [documents[row]!.id, row]));
  const kindOf = (row: number) => kinds.indexOf(kindOfTopic(documents[row]!.topic, kinds) ?? '');
  return rows.flatMap((row): Unit[] => {
    const { id, twin } = documents[row]!;
    const kind = kindOf(row);
    if (kind < 0) return [];
    const other = twin === null || twin === id ? undefined : rowById.get(twin);
    const isPair = other !== undefined && documents[other]!.twin === id && kindOf(other) === kind;
    if (!isPair) return [{ kind, rows: [row] }];
    return id < documents[other]!.id ? [{ kind, rows: [row, other] }] : [];
  });
}

function rowOf({ columns, data }: KindTable, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}
