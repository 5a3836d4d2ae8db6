import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { withPage } from './page.ts';
import type { Measured } from './pages/relate-worker.ts';

const RUNS = 15;
const SIZES = [
  { documents: 10_000, plainRuns: 3 },
  { documents: 100_000, plainRuns: 1 },
];

async function run(browser: Browser): Promise<Figures> {
  return withPage(browser, 'relate.html', async (page) => {
    await page.waitForFunction(() => 'measureCosines' in window);
    const figures: Record<string, number> = {};
    for (const size of SIZES) {
      const shape = { ...size, scenario: 50, dims: 384, runs: RUNS };
      const measured = await page.evaluate((each) => window.measureCosines(each), shape);
      Object.assign(figures, figuresOf(size.documents.toLocaleString('en'), measured));
    }
    return figures;
  });
}

function figuresOf(size: string, { first, kernel, plain, error }: Measured): Figures {
  const usual = median(kernel);
  return {
    [`50 × ${size}, ms`]: Math.round(usual),
    [`50 × ${size}, fastest, ms`]: Math.round(Math.min(...kernel)),
    [`50 × ${size}, first call, ms`]: Math.round(first),
    [`50 × ${size}, plain version, ms`]: Math.round(median(plain)),
    [`50 × ${size}, ratio to the plain version`]: Math.round((median(plain) / usual) * 10) / 10,
    [`50 × ${size}, largest error × 1e9`]: Math.round(error * 1e9),
  };
}

export const relate: Benchmark = {
  name: 'relate',
  about: `Cosines of 50 scenario passages with document passages of 384 dims in one browser worker, median of ${RUNS}, against the plain version in the same worker; limits: 50 ms for 10,000 and 300 ms for 100,000. The first call is that of a fresh worker and compiles the kernel`,
  run,
};
