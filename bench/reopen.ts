import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { withPage } from './page.ts';

const SHAPE = { passages: 10_000, dims: 384, words: 90 };

async function run(browser: Browser): Promise<Figures> {
  return withPage(browser, 'reopen.html', async (page) => {
    await page.waitForFunction(() => 'measureReopening' in window);
    const { keys, slices, batches, found } = await page.evaluate(
      (shape) => window.measureReopening(shape),
      SHAPE,
    );
    return {
      'vectors found': found,
      'keys, ms': Math.round(keys),
      'read in slices, ms': Math.round(slices),
      'keys and slices, ms': Math.round(keys + slices),
      'read in batches, ms': Math.round(batches),
    };
  });
}

export const reopen: Benchmark = {
  name: 'reopen',
  about:
    'Finding the kept vectors of 10,000 passages of 90 words in one browser worker, 384 dims: hashing texts into keys and reading them 2,048 at a time as reopening does, against 64 at a time; limit: 1 s. No model is loaded',
  run,
};
