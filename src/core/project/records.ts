import { CHUNKER_VERSION } from '../corpus/chunk.ts';
import type { Document, Group, Role } from '../corpus/model.ts';

/** Of every stored record and of project files; raised together with an entry in `MIGRATIONS`. */
export const SCHEMA = 3;

/** A document as stored and as written to a project file: JSON, nothing else. */
export interface StoredDocument {
  readonly schema: number;
  readonly id: string;
  readonly role: Role;
  /** `StoredGroup.id` */
  readonly group: string;
  readonly title: string;
  readonly text: string;
  /** start, end, start, end, … in UTF-16 units. */
  readonly passages: readonly number[];
  /** `CHUNKER_VERSION` that cut the passages: per record, since two tabs may run two releases. */
  readonly chunker: string;
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly origin: 'demo' | 'own';
  /** Place among the documents, ascending; gaps and repeats are fine. */
  readonly order: number;
}

export interface StoredGroup {
  readonly schema: number;
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** Since schema 2; null where the reader has chosen none. */
  readonly hue: number | null;
  /** `Group.slot`, since schema 3; null where it comes from an earlier one. */
  readonly slot: number | null;
  /** Place among the groups, as in `StoredDocument`. */
  readonly order: number;
}

export interface StoredSettings {
  readonly schema: number;
  /** Ids of demo documents that the reader removed. */
  readonly absentDemo: readonly string[];
}

/** Everything that a store holds, as it was found: of any schema, perhaps damaged. */
export interface StoredProject {
  readonly documents: readonly unknown[];
  readonly groups: readonly unknown[];
  /** null or undefined where nothing was ever stored. */
  readonly settings: unknown;
}

/** @param order - a document put back by undo keeps the order that it had */
export function storeDocument(document: Document, order: number): StoredDocument {
  const { id, role, group, title, text, passages, meta, origin } = document;
  return {
    schema: SCHEMA,
    id,
    role,
    group,
    title,
    text,
    passages: passages.flatMap(({ start, end }) => [start, end]),
    chunker: CHUNKER_VERSION,
    meta: [...meta],
    origin,
    order,
  };
}

export function storeGroup({ id, role, name, hue, slot }: Group, order: number): StoredGroup {
  return { schema: SCHEMA, id, role, name, hue: hue ?? null, slot: slot ?? null, order };
}

export function storeSettings(absentDemo: readonly string[]): StoredSettings {
  return { schema: SCHEMA, absentDemo };
}
