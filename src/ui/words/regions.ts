import { count, counted } from './figures.ts';

export const open = 'Regions';
export const openTitle = 'Names of crowded places on the map: their words, and which to leave out';
export const title = 'Regions of the map';
export const about =
  'Where marks crowd, the map names the words that those texts use more than the others do. The places come from the picture, the names from the texts; neither is a group or a topic of its own.';
export const show = 'Name regions on the map';

/** "31 marks crowd here" */
export const crowd = (points: number): string => `${counted(points, 'mark')} around here`;

/** How often a word stands here: "42 times in 12 texts". */
export const counts = (times: number, texts: number): string =>
  `${counted(times, 'time')} in ${counted(texts, 'text')}`;

/** A word in a list: "harbour 42". */
export const listed = (word: string, times: number): string => `${word} ${count(times)}`;

export const stopWords = 'Words to leave out of names';
export const stopWordsHint =
  'With spaces or commas between. A word leaves out all its forms if you give its stem.';
export const levels = ['The whole map', 'Closer', 'Close by'] as const;
export const none = 'No place is crowded enough to be named.';
export const naming = 'Reading the texts of each region…';
export const failed = 'The regions of the map could not be named';
