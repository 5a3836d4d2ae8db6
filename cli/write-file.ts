import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Pieces of text are joined up to this many UTF-16 units before they are written. */
const CHUNK = 2 ** 16;

/**
 * Writes a file from pieces of text, as fast as the disk takes them and without holding them all. The
 * file appears when it is whole.
 */
export async function writeFileFrom(file: string, pieces: Iterable<string>): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(chunks(pieces)), createWriteStream(part));
    await rename(part, file);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
