import { AppError } from '../../errors.ts';
import type { Draft } from './draft.ts';
import type { Table } from './mapping.ts';
import type { VectorFile } from './vector.ts';

/** Drafts in their order, those of a table with a file of vectors beside it with their vectors. */
export interface Vectored {
  readonly drafts: readonly Draft[];
  /** Of files of vectors that belong to no table: `vectors-without-table`, `vectors-misfit`. */
  readonly problems: readonly AppError[];
}

/**
 * Gives the records of a table the vectors of the file beside it, which has the table's name but for the
 * ending and a row for each record. They go before vectors in a column of the table.
 */
export function joinVectors(
  drafts: readonly Draft[],
  tables: readonly Table[],
  matrices: readonly VectorFile[],
): Vectored {
  if (matrices.length === 0) return { drafts, problems: [] };
  const problems: AppError[] = [];
  const ofTable = new Map<string, VectorFile>();
  for (const matrix of matrices) {
    const { file, rows } = matrix;
    const beside = tables.filter((table) => stemOf(table.file) === stemOf(file));
    const table = beside.find(({ records }) => records === rows) ?? beside[0];
    if (!table) problems.push(new AppError('vectors-without-table', { file }));
    else if (table.records === rows) ofTable.set(table.file, matrix);
    else if (table.records > 0) {
      const { file: name, records } = table;
      problems.push(new AppError('vectors-misfit', { file, rows, table: name, records }));
    }
  }
  return { drafts: drafts.map((draft) => withVector(draft, ofTable.get(draft.source))), problems };
}

function withVector(draft: Draft, matrix: VectorFile | undefined): Draft {
  if (!matrix || draft.row === undefined) return draft;
  const { dims, values } = matrix;
  const vector = values.slice(draft.row * dims, (draft.row + 1) * dims);
  if (vector.some((each) => each !== 0)) return { ...draft, vector };
  const { vector: _, ...without } = draft;
  return without;
}

/** A path without the ending of its file. */
function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}
