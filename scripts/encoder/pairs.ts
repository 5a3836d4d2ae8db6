import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** Token ids of two texts that mean the same. */
export type Pair = readonly [readonly number[], readonly number[]];

/**
 * Reads paraphrases, one pair a line with a tab between (gzip if the name ends in `.gz`). Pairs
 * with a side without known words, or with the same words on both sides, are left out.
 * @throws Error naming file and line if a line is not a pair
 */
export async function readPairs(path: string, ids: ReadonlyMap<string, number>): Promise<Pair[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const known = (side: string) =>
    (side.toLowerCase().match(/[a-z0-9]+/g) ?? []).flatMap((word) => ids.get(word) ?? []);
  const pairs: Pair[] = [];
  for (const [index, line] of text.trimEnd().split('\n').entries()) {
    const sides = line.split('\t');
    if (sides.length !== 2) throw new Error(`${path}:${index + 1}: not two texts and a tab`);
    const [a, b] = [known(sides[0]!), known(sides[1]!)];
    if (a.length > 0 && b.length > 0 && a.join() !== b.join()) pairs.push([a, b]);
  }
  return pairs;
}
