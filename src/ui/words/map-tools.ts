import type { Tool } from '../map/gather/outline.ts';
import { count, counted } from './figures.ts';

export const tools = 'Tools of the map';
export const open = 'Tools';
export const drag = 'What dragging does';
export const toolNames: Readonly<Record<Tool, string>> = {
  move: 'Move',
  box: 'Box',
  lasso: 'Lasso',
};
export const toolTitles: Readonly<Record<Tool, string>> = {
  move: 'Dragging moves the map; with Shift it draws a box',
  box: 'Dragging draws a box and gathers what is in it (B)',
  lasso: 'Dragging draws a line round what is to be gathered (L)',
};
export const closer = 'Closer';
export const closerTitle = 'Magnify (+ on the focused map)';
export const farther = 'Farther';
export const fartherTitle = 'Show more of the map (− on the focused map)';
export const back = 'Back';
export const backTitle = 'Back to what was looked at before: place, filter and selection (Z)';
export const forth = 'Forth';
export const forthTitle = 'Forth again (Shift+Z)';
export const table = 'Table';
export const tableTitle = 'The same documents as a table (T)';
export const picture = 'Picture…';
export const pictureTitle = 'Save this map as SVG or PNG';

/** What is gathered: "12 documents, 3 scenarios". */
export function gathered(documents: number, scenarios: number): string {
  const parts = [
    ...(documents > 0 ? [counted(documents, 'document')] : []),
    ...(scenarios > 0 ? [counted(scenarios, 'scenario')] : []),
  ];
  return parts.join(', ');
}

export const bar = {
  label: 'Gathered documents',
  reach: 'What do they reach?',
  reached: 'What reaches them?',
  group: 'New group…',
  name: 'Name of the new group',
  make: (documents: number): string => `Move ${count(documents)} there`,
  cancel: 'Cancel',
  jsonl: 'Save .jsonl',
  csv: 'Save .csv',
  file: 'gathered',
  clear: 'Let go',
  moved: (documents: number, name: string): string =>
    `${counted(documents, 'document')} moved to “${name}”. Undo takes it back.`,
};

/** What the live region says of what is gathered. */
export const said = (documents: number, scenarios: number): string =>
  documents + scenarios === 0
    ? 'Nothing gathered.'
    : `Gathered: ${gathered(documents, scenarios)}.`;

export const found = (documents: number): string =>
  `${counted(documents, 'document')} found; the others recede.`;
export const gatherFound = (documents: number): string => `Gather the ${count(documents)} found`;
export const recede = 'What is not gathered recedes.';
export const only = (label: string): string => `Show only ${label}`;
export const all = 'Show all groups';
export const onlyShort = 'Only';
export const allShort = 'All';
