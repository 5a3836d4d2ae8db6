import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { mapOf } from '../tests/e2e/harness/app.ts';
import { dropPaths } from '../tests/e2e/harness/drop.ts';
import { DEMO } from '../tests/e2e/harness/demo.ts';
import { serveSite } from '../tests/e2e/harness/site.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { passagesOf100Words } from './passages.ts';

const RUNS = 3;
const SMALL_FILES = 1000;
const LARGE_DOCUMENTS = 10_000;
const LARGE_BYTES = 200 * 2 ** 20;
/** A file may have 100 MB, so the large corpus comes in as many. */
const LARGE_FILES = 4;

interface Imported {
  /** From the drop to the preview. */
  readonly readMs: number;
  /** From the preview to the documents being in the corpus, before they are embedded. */
  readonly addMs: number;
  readonly longestTaskMs: number;
  /** Of the renderer's JavaScript heaps, page and workers, above what it had before. */
  readonly peakBytes: number;
}

/** Drops a folder and adds what is found in it. */
async function importInto(browser: Browser, url: string, folder: string): Promise<Imported> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await mapOf(page, DEMO.documents);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const heap = await watchHeap(browser, session);
  const started = performance.now();
  await dropPaths(page, [folder]);
  await page.getByRole('button', { name: /^Add \d/ }).waitFor({ timeout: 300_000 });
  const readMs = performance.now() - started;
  const adding = performance.now();
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await page.getByText(/documents? added/).waitFor({ timeout: 300_000 });
  const addMs = performance.now() - adding;
  const peakBytes = await heap.stop();
  const longest = await longestTask(page);
  await page.close();
  return { readMs, addMs, longestTaskMs: longest, peakBytes };
}

/** Writes a corpus to the disk, as a person has it. */
async function write(
  passages: readonly string[],
  { files, documents, bytes }: { files: number; documents: number; bytes: number },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parable-bench-'));
  let next = 0;
  for (let file = 0; file < files; file++) {
    const lines: string[] = [];
    for (let i = 0; i < documents / files; i++) {
      let text = `Document ${file}-${i}. `;
      while (text.length < bytes / documents)
        text += `${passages[next++ % passages.length] ?? ''} `;
      lines.push(files === documents ? text : JSON.stringify({ text }));
    }
    const name = files === documents ? `text${file}.txt` : `corpus${file}.jsonl`;
    await writeFile(join(folder, name), lines.join('\n'));
  }
  return folder;
}

async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...window.longTasks));
}

/** Samples the memory of the page's process; the largest sample above the first one. */
async function watchHeap(
  browser: Browser,
  session: CDPSession,
): Promise<{ stop: () => Promise<number> }> {
  const system = await browser.newBrowserCDPSession();
  const used = async (): Promise<number> => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const sizes = await Promise.all(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)),
    );
    return Math.max(0, ...sizes);
  };
  await session.send('HeapProfiler.collectGarbage');
  const before = await used();
  let peak = before;
  const sampled = { running: true };
  const sampling = (async () => {
    while (sampled.running) {
      peak = Math.max(peak, await used());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    stop: async () => {
      sampled.running = false;
      await sampling;
      await system.detach();
      return peak - before;
    },
  };
}

/** Resident memory of a process, from Linux' accounts; 0 where it is gone or there are none. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

async function run(browser: Browser): Promise<Figures> {
  const site = await serveSite('dist');
  try {
    const passages = await passagesOf100Words(500);
    const small = { files: SMALL_FILES, documents: SMALL_FILES, bytes: SMALL_FILES * 2000 };
    const smalls: Imported[] = [];
    const folder = await write(passages, small);
    for (let i = 0; i < RUNS; i++) smalls.push(await importInto(browser, site.url, folder));
    const large = { files: LARGE_FILES, documents: LARGE_DOCUMENTS, bytes: LARGE_BYTES };
    const largeFolder = await write(passages, large);
    const big = await importInto(browser, site.url, largeFolder);
    await Promise.all([folder, largeFolder].map((path) => rm(path, { recursive: true })));
    const ms = (pick: (imported: Imported) => number): number =>
      Math.round(median(smalls.map(pick)));
    return {
      '1,000 small files, drop to preview, median ms': ms(({ readMs }) => readMs),
      '1,000 small files, preview to corpus, median ms': ms(({ addMs }) => addMs),
      '10,000 documents of 200 MB, drop to preview, s': Math.round(big.readMs / 1000),
      '10,000 documents of 200 MB, preview to corpus, s': Math.round(big.addMs / 1000),
      'longest main-thread task at 200 MB, ms': Math.round(big.longestTaskMs),
      'peak memory at 200 MB above the demo’s, times the input':
        Math.round((10 * big.peakBytes) / LARGE_BYTES) / 10,
    };
  } finally {
    await site.close();
  }
}

export const importing: Benchmark = {
  name: 'import',
  about: `Import of ${SMALL_FILES} files of 2 kB (median of ${RUNS}; limit: 5 s) and of ${LARGE_DOCUMENTS} documents with 200 MB in ${LARGE_FILES} files (limit: 4 times the input in memory)`,
  run,
};
