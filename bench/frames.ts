import type { Browser, Page } from 'playwright';
import { SMOOTH_MARKS } from '../src/core/limits.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { withPage } from './page.ts';

const FRAMES = 25;
const SIZES = [1000, SMOOTH_MARKS, SMOOTH_MARKS + 1, 32_000, 34_000, 100_000, 1_000_000] as const;
/** The comparison takes seconds a frame beyond. */
const COMPARED = [1000, 10_000, 100_000, 1_000_000] as const;

async function run(browser: Browser): Promise<Figures> {
  return withPage(browser, 'frames.html', async (page) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.waitForFunction(() => 'panRegl' in window);
    const figures: Record<string, number> = {};
    for (const points of SIZES) {
      figures[`${points} points, ms a frame`] = await pan(page, 'panOurs', points, 1);
    }
    figures['1000000 points, a tenth of the map in view, ms a frame'] = await pan(
      page,
      'panOurs',
      1_000_000,
      10,
    );
    for (const points of COMPARED) {
      figures[`regl-scatterplot, ${points} points, ms a frame`] = await pan(
        page,
        'panRegl',
        points,
        1,
      );
    }
    return figures;
  });
}

async function pan(
  page: Page,
  job: 'panOurs' | 'panRegl',
  points: number,
  k: number,
): Promise<number> {
  const times = await page.evaluate(([name, question]) => window[name](question), [
    job,
    { points, frames: FRAMES, k },
  ] as const);
  return Math.round(10 * median(times)) / 10;
}

export const frames: Benchmark = {
  name: 'frames',
  about: `panning a map at 1200 × 800, axes and labels included, one pixel read back so that drawing has finished; median of ${FRAMES} frames; limits: 8 ms at 100,000 points, 30 ms at 1,000,000`,
  run,
};
