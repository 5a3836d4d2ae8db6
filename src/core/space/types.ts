import type { Role, Span } from '../corpus/model.ts';

/** Rows of equal length, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly dims: number;
  /** [rows × dims] */
  readonly data: Float32Array<ArrayBuffer>;
}

/** A document as the analysis sees it: its text, its passages and their raw vectors. */
export interface EmbeddedDocument {
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  readonly text: string;
  readonly passages: readonly Span[];
  /** [passages × dims], unit rows (zero rows for texts without known tokens), uncorrected. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** Id of the document that is its twin, if it has one: the two are never each other's background. */
  readonly twin?: string | null;
}

/** A neutral text of the bundled reference sample (METHODS §2). */
export interface ReferenceDocument {
  readonly genre: string;
  readonly text: string;
  readonly passages: readonly Span[];
  readonly vectors: Float32Array<ArrayBuffer>;
}

/** What a point of the map or a neighbour list stands for. */
export type Unit = 'documents' | 'passages';
