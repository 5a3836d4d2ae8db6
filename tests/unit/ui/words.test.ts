import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode, type ErrorParams } from '../../../src/core/errors.ts';
import { ERROR_WORDS, errorWords } from '../../../src/ui/words/errors.ts';

/** Every parameter that any code takes. */
const PARAMS: UnionToIntersection<ErrorParams[ErrorCode]> = {
  file: 'stories/keeper.md',
  line: 12,
  columns: 'id, date',
  url: './assets/demo.json',
  chars: 2_400_000,
  limit: 104_857_600,
  bytes: 209_715_200,
  extension: 'pdf',
  folder: 'stories',
  encoder: 'glove-sif-100d',
  pattern: '(a',
  reason: 'its header is cut off',
  found: 3,
  expected: 384,
  fault: 'zero',
  rows: 40,
  records: 41,
  documents: 44,
  of: 183,
  table: 'stories/keeper.jsonl',
  known: 1,
  count: 48_211,
  version: '9',
  worker: 'encoder',
  attempts: 3,
  cosine: 0.412,
  workers: 2,
  total: 314_572_800,
  kind: 'document',
  id: '9f3a62c1',
  message: 'x is not a function',
};

type UnionToIntersection<T> = (T extends unknown ? (of: T) => void : never) extends (
  of: infer I,
) => void
  ? I
  : never;

const CODES = Object.keys(ERROR_WORDS) as ErrorCode[];

describe('every error has words', () => {
  it.each(CODES)('%s says what happened and what to do', (code) => {
    const { what, remedy } = errorWords(new AppError(code, PARAMS));
    for (const sentence of [what, remedy]) {
      expect(sentence.trim().length).toBeGreaterThan(20);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|oops|sorry|!/i);
      expect(sentence).toMatch(/^[\p{Lu}\d]|^[a-z]+\/keeper\.md/u);
    }
    expect(remedy).toMatch(/\.$/);
  });

  it('names the file in every error about a file', () => {
    for (const code of CODES.filter((name) =>
      /^(csv|file|json|project|record-without|document)-/.test(name),
    )) {
      expect(errorWords(new AppError(code, PARAMS)).what).toContain(PARAMS.file);
    }
  });

  it('does not name a stored record that has no name', () => {
    const stored = errorWords(new AppError('record-malformed', { kind: 'group', id: '' }));
    expect(stored.what).toBe('A stored group could not be read and was left out.');
  });

  it('says how much is left of a project file, as far as that is known', () => {
    const left = (of: number | null): string =>
      errorWords(new AppError('project-cut-short', { file: 'a.parable', documents: 44, of })).what;
    expect([left(183), left(null), left(44)]).toEqual([
      'a.parable is not whole: it has 44 of its 183 documents.',
      'a.parable breaks off in the middle of a line, after 44 documents.',
      'a.parable is not whole: its 44 documents are there, its groups and axes are not.',
    ]);
  });

  it('gives sizes in units that people read', () => {
    expect(errorWords(new AppError('file-too-large', PARAMS)).what).toBe(
      'stories/keeper.md has 200 MB; a file may have 100 MB.',
    );
  });
});
