import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { withPage } from './page.ts';
import type { MeasuredGroups } from './pages/groups-worker.ts';

const RUNS = 5;
const QUESTION = { documents: 10_000, relabellings: 1000, quantities: 10 };

async function run(browser: Browser): Promise<Figures> {
  const measured = await withPage(browser, 'groups.html', async (page) => {
    await page.waitForFunction(() => 'measureGroups' in window);
    const runs: MeasuredGroups[] = [];
    for (let i = 0; i < RUNS; i++) {
      runs.push(await page.evaluate((question) => window.measureGroups(question), QUESTION));
    }
    return runs;
  });
  const of = (name: keyof MeasuredGroups) => Math.round(median(measured.map((each) => each[name])));
  const ratios = measured.map(({ one, plain }) => plain / one);
  return {
    'one difference of means, ms': of('one'),
    'the plain version, ms': of('plain'),
    'ratio to the plain version': Math.round(10 * median(ratios)) / 10,
    [`${QUESTION.quantities} differences at once, ms`]: of('several'),
  };
}

export const groups: Benchmark = {
  name: 'groups',
  about: `${QUESTION.relabellings} relabellings of a difference of means over ${QUESTION.documents} documents, p and interval included, in a fresh browser worker, median of ${RUNS}; limit: 200 ms`,
  run,
};
