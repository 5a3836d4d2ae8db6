import type { Role } from '../model.ts';

/** A document as a file gives it: not yet placed in a role and a group, not yet cut. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly meta: ReadonlyMap<string, string>;
  /** What the file or its folder says; null where the reader must choose. */
  readonly role: Role | null;
  /** Name of the group that the file or its folder says. */
  readonly group: string | null;
  /** Path of the file. */
  readonly source: string;
  /** Line of the record, from 1, or number of the part; null where the file is one document. */
  readonly line: number | null;
  /** What it was taken for. */
  readonly shape: Shape;
  /** Place among the records of its file, from 0, unreadable ones included. */
  readonly row?: number;
  /** What an encoder elsewhere made of it, [dims], of unit length. */
  readonly vector?: Float32Array<ArrayBuffer>;
}

/** The kinds of document that files of this field hold. Words are made in `src/ui/words/`. */
export const SHAPES = [
  'text',
  'page',
  'chapter',
  'record',
  'prompt-response',
  'chat',
  'labelled',
  'stream',
  'condition',
] as const;
export type Shape = (typeof SHAPES)[number];

/** What the reader should know about a file that was read. Words are made in `src/ui/words/`. */
export type Note =
  | { readonly code: 'decoded-as-windows-1252'; readonly file: string }
  /** Problems beyond `MAX_PROBLEMS_PER_FILE`, not listed one by one. */
  | { readonly code: 'more-problems'; readonly file: string; readonly count: number }
  /** `MAX_RECORDS_PER_FILE` documents were read, and nothing after this line. */
  | { readonly code: 'more-records'; readonly file: string; readonly line: number }
  /** So many pages of a PDF were read (`MAX_PDF_PAGES`), and none after them. */
  | { readonly code: 'more-pages'; readonly file: string; readonly pages: number }
  /** Mostly malformed: nothing after this line was read. */
  | { readonly code: 'stopped-reading'; readonly file: string; readonly line: number };

/** One file of a drop, or of an archive in it. */
export interface SourceFile {
  /** Bare name with its extension. */
  readonly name: string;
  /** Path below what was dropped, `/`-separated; the bare name for a loose file. */
  readonly path: string;
}

/** A file with what it holds. */
export interface BytesFile extends SourceFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
}
