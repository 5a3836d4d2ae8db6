import { AppError, type ErrorCode, type ErrorParams } from '../../errors.ts';
import {
  MAX_DOCUMENT_CHARS,
  MAX_MALFORMED_RECORDS,
  MAX_PROBLEMS_PER_FILE,
  MAX_RECORDS_PER_FILE,
} from '../../limits.ts';
import type { Encoding } from './decode.ts';
import type { Draft, Note } from './draft.ts';
import type { Mapping, Table } from './mapping.ts';
import { Openings } from './opening.ts';
import { Pace, WITHOUT_REST, type Breathe } from './pace.ts';
import { TableSketch } from './sketch.ts';
import { FileVectors, type VectorField, type VectorFile } from './vector.ts';

/** What came out of one file; every part may be empty. */
export interface Parsed {
  readonly drafts: readonly Draft[];
  readonly problems: readonly AppError[];
  readonly notes: readonly Note[];
  /** What a file of records looks like as a table. */
  readonly tables: readonly Table[];
  /** Files of vectors, for the tables beside them. */
  readonly matrices: readonly VectorFile[];
}

export const NOTHING: Parsed = { drafts: [], problems: [], notes: [], tables: [], matrices: [] };

/**
 * Collects what one file yields. Problems beyond `MAX_PROBLEMS_PER_FILE` are counted, never made:
 * creating an error costs a stack trace, and garbage has millions of lines.
 */
export class Findings {
  readonly file: string;
  readonly sketch = new TableSketch();
  /** Titles of the records that have none. */
  readonly openings: Openings;
  /** At which the file is read: parsers of many records tell it of each. */
  readonly pace: Pace;
  #drafts: Draft[] = [];
  readonly #problems: AppError[] = [];
  readonly #notes: Note[] = [];
  readonly #vectors = new FileVectors();
  readonly #matrices: VectorFile[] = [];
  /** Documents handed on already. */
  #taken = 0;
  #malformed = 0;
  #unlisted = 0;
  #records = 0;

  constructor(file: string, breathe: Breathe = WITHOUT_REST) {
    this.file = file;
    this.openings = new Openings(file);
    this.pace = new Pace(breathe);
  }

  /** Whether the file has shown neither a document nor vectors nor a problem. */
  get isEmpty(): boolean {
    const found = this.#taken + this.#drafts.length + this.#matrices.length;
    return found + this.#problems.length === 0;
  }

  /** Goes on to the next record of a table, whether it can be read or not. */
  nextRecord(): void {
    this.#records++;
  }

  /** Place of the record, from 0. */
  get row(): number {
    return this.#records - 1;
  }

  /** Keeps a document, or records that it is too long. */
  add(draft: Draft): void {
    if (draft.text.length <= MAX_DOCUMENT_CHARS) this.#drafts.push(draft);
    else this.tooLong(draft.line ?? 1, draft.text.length);
  }

  tooLong(line: number, chars: number): void {
    this.problem('document-too-long', { file: this.file, line, chars, limit: MAX_DOCUMENT_CHARS });
  }

  problem<C extends ErrorCode>(code: C, params: ErrorParams[C], cause?: unknown): void {
    if (this.#problems.length < MAX_PROBLEMS_PER_FILE) {
      this.#problems.push(new AppError(code, params, cause));
    } else this.#unlisted++;
  }

  /** Records a line or row that is none, and keeps count. */
  malformed(code: 'json-malformed' | 'csv-malformed', line: number, cause?: unknown): void {
    this.#malformed++;
    this.problem(code, { file: this.file, line }, cause);
  }

  /** A record's vector, of unit length; one that cannot be used becomes a problem and null. */
  vector(field: VectorField, line: number): Float32Array<ArrayBuffer> | null {
    const { file } = this;
    const vector = this.#vectors.read(field);
    if (vector instanceof Float32Array) return vector;
    if (typeof vector === 'object') this.problem('vector-length', { file, line, ...vector });
    else this.problem('vector-unusable', { file, line, fault: vector });
    return null;
  }

  addMatrix(matrix: VectorFile): void {
    this.#matrices.push(matrix);
  }

  /** Whether a file of records has shown enough; after `line`, if so, nothing more is read. */
  stopAfter(line: number): boolean {
    const { file } = this;
    const good = this.#taken + this.#drafts.length;
    if (good >= MAX_RECORDS_PER_FILE) this.note({ code: 'more-records', file, line });
    else if (this.#malformed >= MAX_MALFORMED_RECORDS && this.#malformed > good) {
      this.note({ code: 'stopped-reading', file, line });
    } else return false;
    return true;
  }

  /** Notes an encoding that is only guessed. */
  decodedAs(encoding: Encoding): void {
    if (encoding === 'windows-1252') this.note({ code: `decoded-as-${encoding}`, file: this.file });
  }

  note(note: Note): void {
    this.#notes.push(note);
  }

  /** Hands on the documents found so far, of a file that is read in parts; they are kept no longer. */
  take(): readonly Draft[] {
    const taken = this.#drafts;
    this.#taken += taken.length;
    this.#drafts = [];
    return taken;
  }

  /** What was found and not taken. @param mapping - with which the file was read */
  result(mapping: Mapping | null): Parsed {
    const more: Note[] =
      this.#unlisted > 0 ? [{ code: 'more-problems', file: this.file, count: this.#unlisted }] : [];
    const table = this.sketch.table(this.file, this.#records, mapping);
    return {
      drafts: this.#drafts,
      problems: this.#problems,
      notes: [...this.#notes, ...more],
      tables: table ? [table] : [],
      matrices: this.#matrices,
    };
  }
}
