import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { withPage } from './page.ts';
import type { Measured } from './pages/encoder-worker.ts';
import { passagesOf100Words } from './passages.ts';

const RUNS = 5;
const PASSAGES = 5000;

async function run(browser: Browser): Promise<Figures> {
  const measured = await measureInBrowser(browser, await passagesOf100Words(PASSAGES));
  const encoder = median(measured.map((each) => each.encoder));
  const tokenizer = median(measured.map((each) => each.libraryTokenizer));
  return {
    'passages of 100 words per second, one worker': Math.round(PASSAGES / encoder),
    'library tokenizer alone, passages per second': Math.round(PASSAGES / tokenizer),
    'ratio to the library tokenizer alone': Math.round((tokenizer / encoder) * 10) / 10,
    'load, ms': Math.round(median(measured.map((each) => each.load)) * 1000),
  };
}

/** Runs, one after another, of the bundled encoder in fresh workers of one page. */
export async function measureInBrowser(
  browser: Browser,
  texts: readonly string[],
): Promise<Measured[]> {
  return withPage(browser, 'encoder.html', async (page) => {
    await page.waitForFunction(() => 'measure' in window);
    const measured: Measured[] = [];
    for (let i = 0; i < RUNS; i++) {
      measured.push(await page.evaluate((list) => window.measure(list), texts));
    }
    return measured;
  });
}

export const embedding: Benchmark = {
  name: 'embedding',
  about: `Bundled encoder on ${PASSAGES} passages of 100 words in one browser worker, tokenizing included, median of ${RUNS}; limit: 3000 passages per second`,
  run,
};
