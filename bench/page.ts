import type { Browser, Page } from 'playwright';
import { createServer } from 'vite';

/** Opens a page of `bench/pages` from its sources, for as long as `use` takes. */
export async function withPage<T>(
  browser: Browser,
  name: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const server = await createServer({
    logLevel: 'error',
    // A page that is being measured is not to be reloaded.
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    // What only a worker imports is found late, and the page would then be loaded anew.
    optimizeDeps: { include: ['kdbush', 'ml-matrix', 'umap-js'] },
  });
  await server.listen();
  const page = await browser.newPage();
  try {
    await page.goto(new URL(`bench/pages/${name}`, server.resolvedUrls?.local[0]).href);
    return await use(page);
  } finally {
    await page.close();
    await server.close();
  }
}
