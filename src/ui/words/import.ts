import type { Role } from '../../core/corpus/model.ts';
import type { SINGLE_PARTS } from '../../core/corpus/parse/mapping.ts';
import type { Note, Shape } from '../../core/corpus/parse/parse.ts';
import { count, counted } from './figures.ts';

export const title = 'Use your own documents';
export const close = 'Close';
export const promise = 'Nothing you bring leaves this machine.';

export const choosing = {
  drop: 'Drop files or a folder here',
  kinds:
    'Text, Markdown, HTML, Word, PDF, EPUB, JSON, CSV, Parquet, and .zip of these, with vectors in a column or as .npy. A folder’s name becomes the name of the group; one called “scenarios” or “evals” is taken for scenarios.',
  files: 'Choose files',
  folder: 'Choose a folder',
  or: 'Or paste a text',
  name: 'Title',
  text: 'Text',
  role: 'It is a',
  preview: 'Preview this text',
  untitled: 'Pasted text',
};

export const roles: Record<Role, string> = {
  training: 'Training document',
  evaluation: 'Evaluation scenario',
};

export const reading = {
  title: 'Reading',
  progress: (done: number, total: number, found: number): string =>
    `${count(done)} of ${counted(total, 'file')} read, ${counted(found, 'document')} found`,
  stop: 'Stop reading',
};
export const hold = { pause: 'Pause', resume: 'Go on', paused: 'Paused' };

export const preview = {
  found: (documents: number): string =>
    documents === 0 ? 'No documents found' : `${counted(documents, 'document')} found`,
  before: 'Nothing is added yet. Check what they are, then add them.',
  include: (group: string): string => `Add the documents of ${group}`,
  size: (documents: number, words: string): string => `${counted(documents, 'document')}, ${words}`,
  words: (words: number, exact: boolean): string =>
    exact ? counted(words, 'word') : `about ${counted(words, 'word')}`,
  group: 'Group',
  roleOf: (group: string): string => `What the documents of ${group} are`,
  all: 'All of them are',
  titles: (shown: readonly string[], more: number): string =>
    more === 0 ? shown.join(' · ') : `${shown.join(' · ')} · and ${count(more)} more`,
  more: 'Drop more files to add them to this preview, or',
  problems: (problems: number): string =>
    problems === 1 ? '1 thing could not be read' : `${count(problems)} things could not be read`,
  toProblems: 'See below',
  rest: (more: number): string => `Show ${count(more)} more`,
  alike: (others: number): string => `and ${count(others)} more of this kind`,
  notes: 'Good to know',
};

const SHAPES: Readonly<Record<Shape, string>> = {
  text: 'text',
  page: 'web page',
  chapter: 'chapter',
  record: 'record',
  'prompt-response': 'prompt with response',
  chat: 'chat',
  labelled: 'test question',
  stream: 'text of a stream',
  condition: 'test condition',
};
const MANY: Partial<Record<Shape, string>> = {
  'prompt-response': 'prompts with responses',
  stream: 'texts of a stream',
};
/** "Read as 12 chats and 3 records". */
export function readAs(shapes: readonly (readonly [Shape, number])[]): string {
  const parts = shapes.map(([shape, times]) => counted(times, SHAPES[shape], MANY[shape]));
  return `Read as ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ` : ''}${parts.at(-1) ?? ''}`;
}

export const repeats = {
  title: 'Repeated texts',
  exact: (documents: number): string =>
    documents === 1
      ? 'Leave out 1 document with the same words as another one'
      : `Leave out ${count(documents)} documents with the same words as another one`,
  near: (documents: number): string =>
    documents === 1
      ? 'Leave out 1 document that is nearly another one (over 80% of its phrases)'
      : `Leave out ${count(documents)} documents that are nearly another one (over 80% of their phrases)`,
};

/** Vectors that came along, and what may become of them. */
export const vectors = {
  title: 'Vectors that came along',
  found: (dims: number, documents: number, all: number): string =>
    `Vectors of ${counted(dims, 'dimension')} came along for ${documents === all ? counted(documents, 'document') : `${count(documents)} of ${counted(all, 'document')}`}.`,
  name: 'Name of their encoder',
  joins: (documents: number): string =>
    `They join those of ${counted(documents, 'document')} that are here under this name.`,
  anew: (encoder: string): string => `Embed the texts anew with ${encoder}`,
  anewWhy:
    'They can then be compared with all other texts and with the neutral ones. What came along is kept as a further encoder.',
  stay: (encoder: string): string => `Stay with ${encoder}, whose vectors came along earlier`,
  stayWhy: 'Documents without a vector of that name are not in its space. What came along is kept.',
  use: (name: string): string => `Use them, under the name “${name}”`,
  useWhy:
    'Only documents that have such a vector are then on the map and compared, each as a whole. The neutral texts have none, so there are no percentiles against them; and what you type cannot be compared.',
  stripped: 'Documents of which lines are left out lose their vector: it is of the whole text.',
};

export const template = {
  offer: (lines: number, texts: number): string =>
    `Leave out ${counted(lines, 'line')} that many of these documents have in common (${counted(texts, 'document')})`,
  why: 'Otherwise the map may show the template rather than what differs. Such as:',
};

export const columns = {
  title: (file: string): string => `Columns of ${file}`,
  text: 'Text',
  parts: {
    title: 'Title',
    role: 'Role',
    group: 'Group',
    topic: 'Topic',
    twin: 'Twin',
  } satisfies Record<(typeof SINGLE_PARTS)[number], string>,
  outcome: 'Measured outcome',
  column: 'Column',
  means: 'What it is',
  holds: 'What it holds',
  rest: 'Kept beside the text',
  meaning: (column: string): string => `What the column ${column} is`,
  empty: 'Nothing in the first rows',
  apply: 'Read it this way',
  before: 'What you chose for columns is applied before anything is added.',
  noText: 'Say which column holds the texts.',
};

export const demo = {
  legend: 'The demo documents',
  keep: 'Stay beside yours',
  replace: 'Are removed',
};

export const add = (documents: number, replacing: boolean): string => {
  if (documents === 0) return 'Nothing to add';
  return `Add ${counted(documents, 'document')}${replacing ? ' and remove the demo' : ''}`;
};

export const adding = {
  title: 'Adding',
  progress: (done: number, total: number): string =>
    `${count(done)} of ${counted(total, 'document')} cut into passages`,
};

export const leaving = {
  question: (documents: number): string =>
    documents > 0
      ? `Leave without adding ${counted(documents, 'document')}?`
      : 'Leave without adding your text?',
  stay: 'Stay',
  leave: 'Leave',
};

/** What the reader should know about a file that was read. */
export function note(about: Note): string {
  switch (about.code) {
    case 'decoded-as-windows-1252':
      return `${about.file} is not UTF-8; it was read as Windows-1252. If letters look wrong, save it as UTF-8 and drop it again.`;
    case 'more-problems':
      return `${about.file} has ${counted(about.count, 'more problem')} of the same kind.`;
    case 'more-records':
      return `${about.file} holds more documents than are read at once; nothing after line ${count(about.line)} was read. Split it to bring the others.`;
    case 'more-pages':
      return `${about.file} is longer than is read at once; nothing after page ${count(about.pages)} was read. Split it to bring the rest.`;
    case 'stopped-reading':
      return `${about.file} is mostly malformed; nothing after line ${count(about.line)} was read.`;
  }
}
