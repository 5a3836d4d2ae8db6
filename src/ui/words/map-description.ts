import type { Where } from '../map/look/description.ts';
import { count } from './figures.ts';

/** Words that say what the map shows to those who do not see it. */
export const title = 'The map in words';

const PLACES: Readonly<Record<Where['down'], Readonly<Record<Where['across'], string>>>> = {
  top: { left: 'at the upper left', middle: 'at the top', right: 'at the upper right' },
  middle: { left: 'at the left', middle: 'in the middle', right: 'at the right' },
  bottom: { left: 'at the lower left', middle: 'at the bottom', right: 'at the lower right' },
};

/** "Villain stories: 12 marks, their middle at the upper left." */
export const group = (label: string, marks: number, { across, down }: Where): string =>
  marks === 1
    ? `${label}: one mark, ${PLACES[down][across]}.`
    : `${label}: ${count(marks)} marks, their middle ${PLACES[down][across]}.`;

export const nothingSelected = 'Nothing is selected.';

export const selected = (title: string, neighbours: readonly string[]): string =>
  neighbours.length === 0
    ? `Selected: ${title}.`
    : `Selected: ${title}. Nearest in the full space: ${neighbours.join('; ')}.`;
