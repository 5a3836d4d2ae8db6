import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoder } from '../src/core/encoders/encoder.ts';
import { spearman } from '../src/core/statistics/rank-correlation.ts';
import type { Figures } from './benchmark.ts';

/**
 * Spearman × 100 between an encoder's cosines and people's judgements of similarity, all pairs of a
 * file pooled, for each `.tsv` of a folder (lines of score, text and text with tabs between).
 * @throws Error naming file and line if a line is not of that form, or if there is no such file
 */
export async function similarity(encoder: Encoder, folder: string): Promise<Figures> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort();
  if (files.length === 0) throw new Error(`${folder} holds no .tsv files`);
  const figures: Record<string, number> = {};
  for (const file of files) {
    const { scores, texts } = await readPairs(join(folder, file));
    const { vectors } = await encoder.embed(texts);
    const { dims } = encoder.spec;
    const cosines = scores.map((_, i) => {
      let sum = 0;
      const [a, b] = [2 * i * dims, (2 * i + 1) * dims];
      for (let d = 0; d < dims; d++) sum += vectors[a + d]! * vectors[b + d]!;
      return sum;
    });
    const name = file.replace(/\.tsv$/, '');
    figures[`${name}, Spearman × 100`] = Math.round(1000 * spearman(cosines, scores)) / 10;
  }
  return figures;
}

async function readPairs(path: string): Promise<{ scores: number[]; texts: string[] }> {
  const scores: number[] = [];
  const texts: string[] = [];
  for (const [index, line] of (await readFile(path, 'utf8')).trimEnd().split('\n').entries()) {
    const [score, a, b, ...more] = line.split('\t');
    if (
      !score ||
      !Number.isFinite(Number(score)) ||
      a === undefined ||
      b === undefined ||
      more.length
    ) {
      throw new Error(`${path}:${index + 1}: not a score and two texts with tabs between`);
    }
    scores.push(Number(score));
    texts.push(a, b);
  }
  return { scores, texts };
}
