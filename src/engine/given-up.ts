import type { Reading } from '../../workers/ingest/read.ts';
import { AppError, isError } from '../core/errors.ts';
import { packPrints } from '../core/corpus/repeats/packed-prints.ts';

/** What stands for a file that no worker could read: the problem that it is. */
export function givenUp(file: string, thrown: AppError): Reading {
  const problem = isError(thrown, 'worker-unavailable')
    ? new AppError('file-fatal', { file, attempts: thrown.params.attempts }, thrown)
    : new AppError('file-stuck', { file }, thrown);
  const prints = packPrints([]);
  const nothing = { drafts: [], notes: [], tables: [], matrices: [], vectorsHash: null };
  return { ...nothing, prints, problems: [problem.toRecord()] };
}
