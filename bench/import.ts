import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
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

interface Measured {
  readonly longestTaskMs: number;
  /** Resident memory of the renderer, page and workers, above what it had before. */
  readonly peakBytes: number;
}

interface Imported extends Measured {
  /** From the drop to the preview. */
  readonly readMs: number;
  /** From the preview to the documents being in the corpus, before they are embedded. */
  readonly addMs: number;
}

interface ReadAtOnce extends Measured {
  readonly ms: number;
}

/** Drops a folder and adds what is found in it. */
async function importInto(browser: Browser, url: string, folder: string): Promise<Imported> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await mapOf(page, DEMO.documents);
  const watched = await watch(browser, page);
  const started = performance.now();
  await dropPaths(page, [folder]);
  await shows(page, '[role=dialog] button, dialog button', 'Add \\d');
  const readMs = performance.now() - started;
  const adding = performance.now();
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await shows(page, '[aria-live] p', 'documents? added');
  const addMs = performance.now() - adding;
  const measured = await watched.stop();
  await page.close();
  return { readMs, addMs, ...measured };
}

declare global {
  interface Window {
    /** What was read at once stays, as it would in a page that shows it. */
    atOnce: unknown;
  }
}

/**
 * What a page does that takes no care: reads all files whole and parses every line on the main thread.
 * It finds no duplicates, shows no preview and cuts nothing.
 */
async function readAtOnce(browser: Browser, folder: string): Promise<ReadAtOnce> {
  const page = await browser.newPage();
  await page.setContent('<input type="file" multiple>');
  const names = await readdir(folder);
  await page.setInputFiles(
    'input',
    names.map((name) => join(folder, name)),
  );
  const watched = await watch(browser, page);
  const started = performance.now();
  await page.evaluate(async () => {
    const files = document.querySelector('input')?.files ?? [];
    const contents = await Promise.all(Array.from(files, (file) => file.text()));
    window.atOnce = contents.map((content, i) =>
      files[i]?.name.endsWith('.jsonl')
        ? content.split('\n').map((line) => JSON.parse(line) as unknown)
        : content,
    );
  });
  const ms = performance.now() - started;
  const measured = await watched.stop();
  await page.close();
  return { ms, ...measured };
}

/**
 * Waits until an element's text has a pattern in it. Looks four times a second and cheaply: Playwright's
 * own roles and names would be among the longest tasks.
 */
async function shows(page: Page, selector: string, pattern: string): Promise<void> {
  await page.waitForFunction(
    ([where, what]) =>
      [...document.querySelectorAll(where)].some((element) =>
        new RegExp(what).test(element.textContent),
      ),
    [selector, pattern] as const,
    { polling: 250, timeout: 600_000 },
  );
}

/** Watches tasks of the page and memory of its process from now on. */
async function watch(browser: Browser, page: Page): Promise<{ stop: () => Promise<Measured> }> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const heap = await watchHeap(browser, session);
  return {
    stop: async () => ({ peakBytes: await heap.stop(), longestTaskMs: await longestTask(page) }),
  };
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
    const smallAtOnce = await readAtOnce(browser, folder);
    const large = { files: 1, documents: LARGE_DOCUMENTS, bytes: LARGE_BYTES };
    const largeFolder = await write(passages, large);
    const big = await importInto(browser, site.url, largeFolder);
    const bigAtOnce = await readAtOnce(browser, largeFolder);
    await Promise.all([folder, largeFolder].map((path) => rm(path, { recursive: true })));
    const ms = (pick: (imported: Imported) => number): number =>
      Math.round(median(smalls.map(pick)));
    return {
      '1,000 small files, drop to preview, median ms': ms(({ readMs }) => readMs),
      '1,000 small files, preview to corpus, median ms': ms(({ addMs }) => addMs),
      '10,000 documents of 200 MB, drop to preview, s': Math.round(big.readMs / 1000),
      '10,000 documents of 200 MB, preview to corpus, s': Math.round(big.addMs / 1000),
      'longest main-thread task at 200 MB, ms (0: none of 50 or more)': Math.round(
        big.longestTaskMs,
      ),
      'peak memory at 200 MB above the demo’s, times the input': times(big.peakBytes),
      'read at once on the main thread: 1,000 small files, ms': Math.round(smallAtOnce.ms),
      'read at once on the main thread: 200 MB, s': Math.round(bigAtOnce.ms / 1000),
      'read at once: longest main-thread task at 200 MB, ms': Math.round(bigAtOnce.longestTaskMs),
      'read at once: peak memory at 200 MB, times the input': times(bigAtOnce.peakBytes),
      'load of the machine (one minute) at the end': Math.round(10 * (loadavg()[0] ?? 0)) / 10,
    };
  } finally {
    await site.close();
  }
}

/** Bytes as a multiple of the large corpus. */
function times(bytes: number): number {
  return Math.round((10 * bytes) / LARGE_BYTES) / 10;
}

export const importing: Benchmark = {
  name: 'import',
  about: `Import of ${SMALL_FILES} files of 2 kB (median of ${RUNS}; limit: 5 s) and of a .jsonl of 200 MB with ${LARGE_DOCUMENTS} documents (limit: 4 times the input in memory), beside a page that reads all files whole and parses every line on its main thread, which finds no duplicates and shows nothing`,
  run,
};
