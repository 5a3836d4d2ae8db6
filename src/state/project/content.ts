import type { Corpus, Document, Group } from '../../core/corpus/model.ts';
import type { GivenRows } from '../../core/encoders/given.ts';
import { AppError } from '../../core/errors.ts';
import type { ProjectHead } from '../../core/project/project-file.ts';
import type { OwnAxis } from '../../core/stance/own-axis.ts';
import type { ProjectRead } from '../../engine/engine.ts';

/** A project file that was read, before anything of it is on the page. */
export interface ProjectOnFile {
  /** Name of the file. */
  readonly file: string;
  readonly head: ProjectHead;
  readonly content: ProjectContent;
  /** What of it is missing or cannot be read; null where it is whole. */
  readonly fault: AppError | null;
}

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
  /** Lines that could not be read, one each. */
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

/** How many documents of the reader's own a project does not have, and would put away. */
export function ownOutside(
  corpus: Corpus,
  { documents }: Pick<ProjectContent, 'documents'>,
): number {
  const kept = new Set(documents.map(({ id }) => id));
  return [...corpus.documents.values()].filter(
    ({ id, origin }) => origin === 'own' && !kept.has(id),
  ).length;
}
