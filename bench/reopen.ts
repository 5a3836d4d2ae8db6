import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { withPage } from './page.ts';

const SHAPE = { passages: 10_000, dims: 384, words: 90, rounds: 5 };

async function run(browser: Browser): Promise<Figures> {
  return withPage(browser, 'reopen.html', async (page) => {
    await page.waitForFunction(() => 'measureReopening' in window);
    const { reopened, plain, found } = await page.evaluate(
      (shape) => window.measureReopening(shape),
      SHAPE,
    );
    return {
      'vectors found': Math.min(...found),
      'reopened, ms': Math.round(median(reopened)),
      'keys first, then 64 vectors at a time, ms': Math.round(median(plain)),
      ratio: Math.round((100 * median(plain)) / median(reopened)) / 100,
    };
  });
}

export const reopen: Benchmark = {
  name: 'reopen',
  about: `From ${SHAPE.passages.toLocaleString('en')} passages of ${SHAPE.words} words to their kept vectors of ${SHAPE.dims} dims, as the page does it with its worker running and no model anywhere, against making all keys first and reading 64 at a time; median of ${SHAPE.rounds}; limit: 1 s`,
  run,
};
