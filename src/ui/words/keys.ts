export const title = 'Keys';

/** What keys do, in the order of the help. */
export const does = {
  search: 'Search documents',
  map: 'Show the map',
  reach: 'Show what reaches a scenario',
  stance: 'Show what documents lean to',
  walk: 'On the map: go to the nearest mark in that direction',
  read: 'On the map: read the mark',
  zoom: 'On the map: closer, farther',
  gather: 'On the map: gather the mark, or let it go',
  draw: 'On the map: gather with a lasso, with a box',
  fit: 'On the map: fit everything into view',
  table: 'The map as a table, and back',
  look: 'On the map: back to what was looked at before, and forth again',
  back: 'Back: close what is open, then let go of the selection',
  previousExhibit: 'In the tour: the previous exhibit',
  nextExhibit: 'In the tour: the next exhibit',
  undo: 'Undo the last change to the corpus',
  redo: 'Do it again',
  help: 'Show these keys',
};

/** The name of what a key does. */
export type Does = keyof typeof does;

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** One press as the reader's platform writes it: `Mod+Shift+z` is ⇧⌘Z or Ctrl+Shift+Z. */
export function press(combination: string, mac: boolean): string {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const key = parts.pop() ?? '';
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (!mac) return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), name].join('+');
  const signs: Readonly<Record<string, string>> = { Shift: '⇧', Mod: '⌘', Ctrl: '⌃' };
  const ordered = [...parts].sort((a, b) => Number(b === 'Shift') - Number(a === 'Shift'));
  return [...ordered.map((part) => signs[part] ?? part), name].join('');
}
