import type { Document, Group } from '../core/corpus/model.ts';
import type { GivenRows } from '../core/encoders/given.ts';
import { AppError } from '../core/errors.ts';
import type { OwnAxis } from '../core/stance/own-axis.ts';
import type { ProjectRead } from '../engine/engine.ts';

/** What a project file holds beside its head. */
export interface ProjectContent {
  readonly documents: Document[];
  readonly groups: Group[];
  readonly axes: OwnAxis[];
  /** By document, vectors of its passages as they are cut here. */
  readonly vectors: Map<string, Float32Array<ArrayBuffer>>;
  /** By document, vectors of the passages of the file. */
  readonly rows: Map<string, GivenRows>;
  /** For each of the head's spaces what came along, by document. */
  readonly given: Map<string, GivenRows>[];
  readonly problems: AppError[];
}

export function noContent(): ProjectContent {
  return {
    documents: [],
    groups: [],
    axes: [],
    vectors: new Map(),
    rows: new Map(),
    given: [],
    problems: [],
  };
}

/** Adds what a part of the file holds. */
export function takePart(
  content: ProjectContent,
  { groups, axes, documents, problems }: ProjectRead,
): void {
  content.groups.push(...groups);
  content.axes.push(...axes);
  for (const { document, vectors, rows, given } of documents) {
    const { id } = document;
    content.documents.push(document);
    if (vectors) content.vectors.set(id, vectors);
    if (rows) content.rows.set(id, rows);
    for (const [at, its] of given.entries()) {
      if (its) (content.given[at] ??= new Map()).set(id, its);
    }
  }
  content.problems.push(...problems.map((record) => AppError.fromRecord(record)));
}
