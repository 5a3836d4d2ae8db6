import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parsed } from '../../../../../src/core/corpus/parse/parse.ts';
import { read } from './read.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');

/** A file that a usual program of its kind has written (tests/fixtures/import/make.py). */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(FIXTURES, 'import', name)));
}

/** A file of vectors that NumPy has written (tests/fixtures/vectors/make.py). */
export function vectors(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(FIXTURES, 'vectors', name)));
}

export function readFixture(name: string): Promise<Parsed> {
  return read(name, fixture(name));
}
