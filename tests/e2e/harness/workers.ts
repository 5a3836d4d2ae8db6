import type { Page, Worker } from 'playwright';
import { vi } from 'vitest';

export const WORKERS = ['analysis', 'encoder', 'ingest', 'layout'] as const;
export type WorkerName = (typeof WORKERS)[number];

/** The page's worker of that name, waited for. Its address tells nothing: each starts from a blob. */
export async function workerNamed(page: Page, name: WorkerName): Promise<Worker> {
  return vi.waitUntil(() => find(page, name), { timeout: 20_000, interval: 50 });
}

async function find(page: Page, name: WorkerName): Promise<Worker | undefined> {
  for (const worker of page.workers()) {
    const found = await worker.evaluate(() => self.name).catch(() => null);
    if (found === name) return worker;
  }
  return undefined;
}

/** Ends a worker from within, as the browser does when memory runs out: without any event. */
export async function killWorker(page: Page, name: WorkerName): Promise<void> {
  const worker = await workerNamed(page, name);
  const gone = worker.waitForEvent('close');
  await worker.evaluate(() => self.close());
  await gone;
}
