import type { Browser } from 'playwright';
import { mapOf } from '../tests/e2e/harness/app.ts';
import { DEMO } from '../tests/e2e/harness/demo.ts';
import { dropFiles } from '../tests/e2e/harness/drop.ts';
import { serveSite } from '../tests/e2e/harness/site.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { passagesOf100Words } from './passages.ts';

const RUNS = 5;
const PASSAGES = 1000;

interface Observed {
  readonly longest: number;
  readonly count: number;
}

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** Drops 1,000 one-passage documents and watches the main thread until all are on the map. */
async function observe(browser: Browser, url: string, file: string): Promise<Observed> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await mapOf(page, DEMO.documents);
  await dropFiles(page.locator('body'), [{ name: 'passages.jsonl', content: file }]);
  const add = page.getByRole('button', { name: /^Add \d/ });
  await add.waitFor();
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await add.click();
  await mapOf(page, /^Map of 1,\d{3} documents/);
  const tasks = await page.evaluate(() => window.longTasks);
  await page.close();
  return { longest: Math.max(0, ...tasks), count: tasks.length };
}

async function run(browser: Browser): Promise<Figures> {
  const site = await serveSite('dist');
  try {
    const passages = await passagesOf100Words(PASSAGES);
    const file = passages.map((text) => JSON.stringify({ text })).join('\n');
    const observed: Observed[] = [];
    for (let i = 0; i < RUNS; i++) observed.push(await observe(browser, site.url, file));
    return {
      'longest main-thread task, median ms': Math.round(median(observed.map((o) => o.longest))),
      'tasks over 50 ms, median': median(observed.map((o) => o.count)),
      'longest of all runs, ms': Math.round(Math.max(...observed.map((o) => o.longest))),
    };
  } finally {
    await site.close();
  }
}

export const responsiveness: Benchmark = {
  name: 'responsiveness',
  about: `Main thread while ${PASSAGES} passages are added, embedded and laid out (Long Tasks API), median of ${RUNS}; limit: no task over 50 ms`,
  run,
};
