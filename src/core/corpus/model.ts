/**
 * What the explorer is about: documents in groups, cut into passages. Plain data throughout, so
 * that it crosses worker boundaries and goes into storage as it is.
 */

/** A document the model would be trained on, or a test it would be put to (a scenario). */
export type Role = 'training' | 'evaluation';

/** Half-open range of UTF-16 offsets: `text.slice(start, end)` is the passage. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Document {
  /** Content hash of role and text: the same text twice in one role is one document. */
  readonly id: string;
  readonly role: Role;
  /** `Group.id` */
  readonly group: string;
  readonly title: string;
  readonly text: string;
  /** Passages in reading order, cut by `chunk` (METHODS §2). */
  readonly passages: readonly Span[];
  /** Fields that came with the document, such as `topic`, `twin`, `value`; never executed. */
  readonly meta: ReadonlyMap<string, string>;
  /** Shipped with the explorer, or brought by its user. */
  readonly origin: 'demo' | 'own';
}

export interface Group {
  /** Content hash of role and first name; survives renaming. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** 1 … `HUES`, where the reader has chosen one. */
  readonly hue?: number;
  /** From 0, its place among the marks of its role; one that is not in a corpus yet has none (`withSlots`). */
  readonly slot?: number;
}

/** Hues that groups are drawn in. */
export const HUES = 8;

/** Documents by id and groups by id, both in insertion order. Never changed in place. */
export interface Corpus {
  readonly documents: ReadonlyMap<string, Document>;
  readonly groups: ReadonlyMap<string, Group>;
}

export const EMPTY_CORPUS: Corpus = { documents: new Map(), groups: new Map() };

export function isSlot(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isHue(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= HUES;
}
