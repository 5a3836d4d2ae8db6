import type { Role } from '../../core/corpus/model.ts';
import type { Column } from '../map/table/rows.ts';
import { count, counted } from './figures.ts';

/** Words of the table that stands beside the map. */
export const filter = 'Filter by title or group';
export const picture = 'Back to the map';
export const sortBy = 'Sort by';
export const columns: Readonly<Record<Column, string>> = {
  title: 'Title',
  groupName: 'Group',
  role: 'Kind',
  across: 'Across',
  up: 'Up',
  shade: 'Colour',
  near: 'Nearest',
};
export const roles: Readonly<Record<Role, string>> = {
  training: 'Training',
  evaluation: 'Scenario',
};
export const rowsOf = (shown: number, all: number): string =>
  shown === all ? counted(all, 'row') : `${count(shown)} of ${counted(all, 'row')}`;
export const gathered = 'Gathered';
export const gatherOne = (title: string): string => `Gather ${title}`;
export const gatherAll = (rows: number): string =>
  `Gather ${rows === 1 ? 'it' : `all ${count(rows)}`}`;
export const letGo = 'Let go';
export const sortedBy = (column: string, descending: boolean, rows: number): string =>
  `${counted(rows, 'row')}, sorted by ${column.toLowerCase()}, ${descending ? 'descending' : 'ascending'}.`;
export const unsorted = (rows: number): string =>
  `${counted(rows, 'row')} in the order of the corpus.`;
export const rowsFound = (rows: number): string => `${counted(rows, 'row')} found.`;
export const none = (query: string): string =>
  query.trim() === ''
    ? 'Nothing is shown.'
    : `No title or group has every word of “${query.trim()}”.`;
export const keys =
  'Arrow keys go from row to row, Home and End to the first and the last. Enter reads, Space gathers.';
