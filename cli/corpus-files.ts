import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { toDocument, toGroup } from '../src/core/corpus/documents.ts';
import type { Corpus, Document, Group, Role } from '../src/core/corpus/model.ts';
import { stemOf } from '../src/core/corpus/parse/names.ts';
import { parseFile } from '../src/core/corpus/parse/parse.ts';
import { AppError } from '../src/core/errors.ts';

/** A document's place in the files that were read. */
export interface Source {
  readonly file: string;
  /** From 1; null where the file is one document. */
  readonly line: number | null;
}

/** Documents of files and folders, and what could not be read. */
export interface ReadCorpus {
  readonly corpus: Corpus;
  readonly sources: ReadonlyMap<string, Source>;
  readonly problems: readonly AppError[];
}

/** A file that was found, and the group of its documents where neither they nor their folder name one. */
interface Found {
  readonly file: string;
  readonly group: string;
}

/**
 * Reads training documents and scenarios from files and from folders with all that is below them, in
 * the order of names; hidden files are passed over. Which of the two a document is follows from the
 * option alone, and a file that is named as both is a scenario. The same text twice in one role is one
 * document.
 *
 * @param paths of each role
 */
export async function readCorpusFiles(
  paths: Readonly<Record<Role, readonly string[]>>,
): Promise<ReadCorpus> {
  const documents = new Map<string, Document>();
  const groups = new Map<string, Group>();
  const sources = new Map<string, Source>();
  const problems: AppError[] = [];
  const taken = new Set<string>();
  for (const role of ['evaluation', 'training'] as const) {
    for (const path of paths[role]) {
      const found = await filesBelow(path).catch((thrown: unknown) => {
        problems.push(new AppError('file-unreadable', { file: path }, thrown));
        return [];
      });
      for (const { file, group } of found) {
        if (taken.has(resolve(file))) continue;
        taken.add(resolve(file));
        const read = await readDrafts(file);
        problems.push(...read.problems);
        for (const draft of read.drafts) {
          const placement = { role, group: draft.group ?? group };
          const document = toDocument(draft, placement);
          if (documents.has(document.id)) continue;
          documents.set(document.id, document);
          groups.set(document.group, toGroup(placement));
          sources.set(document.id, { file, line: draft.line });
        }
      }
    }
  }
  return { corpus: { documents, groups }, sources, problems };
}

async function filesBelow(path: string): Promise<Found[]> {
  if (!(await stat(path)).isDirectory()) return [{ file: path, group: stemOf(basename(path)) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(sep)
          .some((name) => name.startsWith('.')),
    )
    .sort()
    .map((file) => ({ file, group: basename(resolve(path)) }));
}

async function readDrafts(file: string) {
  try {
    const bytes = await readFile(file);
    return await parseFile({ name: basename(file), path: file.split(sep).join('/'), bytes });
  } catch (thrown) {
    return { drafts: [], problems: [new AppError('file-unreadable', { file }, thrown)] };
  }
}
