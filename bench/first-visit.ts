import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { serveSite } from '../tests/e2e/harness/site.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';

const VISITS = 5;

interface Visit {
  readonly milliseconds: number;
  readonly files: readonly string[];
}

/** Opens the site with an empty cache until the demo map has points that answer to the pointer. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const files: string[] = [];
  context.on('request', (request) => {
    const path = new URL(request.url()).pathname.replace('/sub/', '');
    if (request.url().startsWith('http')) files.push(path || 'index.html');
  });
  await page.addInitScript(markWhenDrawn);
  await page.goto(url);
  const drawn = await page.waitForFunction(() => performance.getEntriesByName('map drawn')[0]);
  const milliseconds = await drawn.evaluate((mark) => mark?.startTime ?? NaN);
  await context.close();
  return { milliseconds, files };
}

/** Runs on the page: marks the first frame after the map has its name, which is when it has points. */
function markWhenDrawn(): void {
  const look = (): void => {
    if (document.querySelector('[role="application"][aria-label^="Map of"]')) {
      requestAnimationFrame(() => performance.mark('map drawn'));
    } else requestAnimationFrame(look);
  };
  look();
}

async function brotliBytes(dist: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(`${dist}/${file}`)).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function run(browser: Browser): Promise<Figures> {
  const dist = 'dist';
  const site = await serveSite(dist);
  try {
    const visits: Visit[] = [];
    for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, site.url));
    const files = [...new Set(visits.flatMap((each) => each.files))];
    const scripts = files.filter((file) => file.endsWith('.js'));
    const data = files.filter((file) => /\.(json|f16)$/.test(file));
    return {
      'map interactive, median ms': Math.round(median(visits.map((v) => v.milliseconds))),
      'scripts, brotli kB': Math.round((await brotliBytes(dist, scripts)) / 1000),
      'data, brotli kB': Math.round((await brotliBytes(dist, data)) / 1000),
      requests: files.length,
      'model or WASM requests': files.filter((file) => /\.wasm$|safetensors|tokenizer/.test(file))
        .length,
    };
  } finally {
    await site.close();
  }
}

export const firstVisit: Benchmark = {
  name: 'first-visit',
  about: `First visit to the built site on localhost, empty cache, median of ${VISITS}; limits: 1500 ms, 150 kB of script, 600 kB of data, no model`,
  run,
};
