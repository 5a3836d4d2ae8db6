import { count, counted } from './figures.ts';

/** What is asked before a project file is opened. */
export const title = 'Open this project?';

/** What opening a file that holds `documents` would do to `away` documents of the reader's own. */
export const consequence = (file: string, documents: number, away: number): string =>
  `${file} holds ${counted(documents, 'document')} and takes the place of what is open. ${
    away === 1
      ? '1 document of yours is not in it and would be put away.'
      : `${count(away)} documents of yours are not in it and would be put away.`
  }`;
export const undo =
  'Undo brings them back until this page is reloaded or closed. To keep them for good, save them as a file first.';

export const instead = (away: number): string =>
  `Open it in place of mine (${counted(away, 'document')})`;
export const keep = 'Keep mine';

/** Of a file that is not whole, where nothing of the reader's own would be put away. */
export const openRest = (documents: number): string =>
  `Open the ${counted(documents, 'document')} that ${documents === 1 ? 'is' : 'are'} there`;
export const leave = 'Leave it closed';
