import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parsed } from '../../../../../src/core/corpus/parse/parse.ts';
import { read } from './read.ts';

const FOLDER = join(import.meta.dirname, '../../../../fixtures/import');

/** A file that a usual program of its kind has written (tests/fixtures/import/make.py). */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

export function readFixture(name: string): Promise<Parsed> {
  return read(name, fixture(name));
}
