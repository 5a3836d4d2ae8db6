import { mkdir, writeFile } from 'node:fs/promises';
import { ensureBrowser, remedy } from '../scripts/browser.mjs';
import { openBrowser } from '../tests/e2e/harness/browser.ts';
import { embedding } from './embedding.ts';
import { firstVisit } from './first-visit.ts';
import { frames } from './frames.ts';
import { groups } from './groups.ts';
import { importing } from './import.ts';
import { layout } from './layout.ts';
import { machineLine } from './machine.ts';
import { relate } from './relate.ts';
import { reopen } from './reopen.ts';
import { responsiveness } from './responsiveness.ts';
import { transformers } from './transformers.ts';
import type { Benchmark } from './benchmark.ts';

const BENCHMARKS: readonly Benchmark[] = [
  firstVisit,
  importing,
  embedding,
  reopen,
  transformers,
  relate,
  groups,
  layout,
  frames,
  responsiveness,
];

/**
 * Runs all benchmarks, or those named, in a real browser on the site in `dist` and writes each
 * result to `bench/results/` with the machine it was measured on.
 */
export async function main(names: readonly string[]): Promise<void> {
  const chosen = BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length === 0) {
    throw new Error(
      `No such benchmark. There are: ${BENCHMARKS.map(({ name }) => name).join(', ')}`,
    );
  }
  const chromium = await ensureBrowser();
  if (!chromium) throw new Error(remedy);
  process.env.CHROME_PATH = chromium;
  const browser = await openBrowser();
  try {
    await mkdir('bench/results', { recursive: true });
    for (const { name, about, run } of chosen) {
      const figures = await run(browser);
      const machine = machineLine(browser.version());
      const result = { about, machine, date: new Date().toISOString().slice(0, 10), figures };
      console.log(`\n${name}: ${about}\n${machine}`);
      console.table(figures);
      await writeFile(`bench/results/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
    }
  } finally {
    await browser.close();
  }
}
