import { ascending, descending } from 'd3';
import type { Corpus, Role } from '../../../core/corpus/model.ts';
import { pointTitle } from '../../words/map.ts';
import type { Highlight } from '../look/highlight.ts';
import type { Looks, Shading } from '../look/points.ts';
import type { Place } from '../place/place.ts';

/** One point of the map as a row: what its mark shows, in words and numbers. */
export interface TableRow {
  readonly point: number;
  /** Its document. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly groupName: string;
  readonly role: Role;
  /** Where it is on the map, across and up, in shares of the map's larger half side: within ±1. */
  readonly across: number;
  readonly up: number;
  /** What colour stands for, in [0, 1]; null where it has none or colour is no quantity. */
  readonly shade: number | null;
  /** Rank among the true neighbours of the selection, from 1; null if it is none. */
  readonly near: number | null;
}

export const COLUMNS = ['title', 'groupName', 'role', 'across', 'up', 'shade', 'near'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly by: Column;
  readonly descending: boolean;
}

/** The shown points of a map as rows, in the order of the map. */
export function rowsOf(
  { map, places }: Place,
  { shown }: Pick<Looks, 'shown'>,
  corpus: Corpus,
  shading: Shading | null,
  { neighbours }: Pick<Highlight, 'neighbours'>,
): TableRow[] {
  const ranks = new Map(neighbours.map((point, i) => [point, i + 1]));
  return map.documents.flatMap((id, point) => {
    const document = corpus.documents.get(id);
    if (!document || !shown[point]) return [];
    return [
      {
        point,
        id,
        title: pointTitle(document.title, map.passages?.[point] ?? null),
        group: document.group,
        groupName: corpus.groups.get(document.group)?.name ?? '',
        role: document.role,
        across: places[2 * point]!,
        up: -places[2 * point + 1]!,
        shade: shading?.points?.[point] ?? shading?.shares.get(id) ?? null,
        near: ranks.get(point) ?? null,
      },
    ];
  });
}

/** Rows whose title or group has every word of a query, in any case; all for an empty query. */
export function matching(rows: readonly TableRow[], query: string): readonly TableRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ title, groupName }) => {
    const text = `${title} ${groupName}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const collator = new Intl.Collator('en', { numeric: true });

/** Rows in order; those without a value come last whichever way it runs, equal ones stay as they were. */
export function sorted(rows: readonly TableRow[], { by, descending: down }: Order): TableRow[] {
  const compare = down ? descending : ascending;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[by], b[by]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string' && typeof y === 'string') {
      return (down ? -1 : 1) * collator.compare(x, y);
    }
    return compare(x, y);
  });
}

/** The rows that a scrolled box shows, and a few beyond on either side: from `first` up to `last`. */
export function visible(
  rows: number,
  rowHeight: number,
  { top, height }: { readonly top: number; readonly height: number },
): { readonly first: number; readonly last: number } {
  const BEYOND = 8;
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  return { first, last: Math.min(rows, Math.ceil((top + height) / rowHeight) + BEYOND) };
}

/** Where a key leads from a row of `rows`; null for keys that lead nowhere. */
export function rowAt(key: string, from: number, rows: number, page: number): number | null {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: rows - 1,
  }[key];
  return to === undefined || rows === 0 ? null : Math.max(0, Math.min(rows - 1, to));
}
