import type { Browser } from 'playwright';
import type { Benchmark, Figures } from './benchmark.ts';
import { withPage } from './page.ts';
import type { MeasuredLayout } from './pages/layout-worker.ts';

const SEED = 20260508;
const SIZES = [1000, 10_000, 100_000] as const;

/** umap-js takes minutes and gigabytes beyond. */
const UMAP_JS_ROWS = 10_000;

async function run(browser: Browser): Promise<Figures> {
  return withPage(browser, 'layout.html', async (page) => {
    await page.waitForFunction(() => 'measureLayout' in window);
    const measure = (what: 'pca' | 'ours' | 'umap-js', rows: number, dims = 100) =>
      page.evaluate((shape) => window.measureLayout(shape), { what, rows, dims, seed: SEED });
    const figures: Record<string, number> = {};
    for (const rows of SIZES) {
      const size = rows.toLocaleString('en');
      figures[`PCA ${size} × 100, ms`] = Math.round((await measure('pca', rows)).layout);
      Object.assign(figures, figuresOf(`UMAP ${size} × 100`, await measure('ours', rows)));
      if (rows > UMAP_JS_ROWS) continue;
      Object.assign(figures, figuresOf(`umap-js ${size} × 100`, await measure('umap-js', rows)));
    }
    figures['PCA 10,000 × 384, ms'] = Math.round((await measure('pca', 10_000, 384)).layout);
    return figures;
  });
}

function figuresOf(name: string, measured: MeasuredLayout): Figures {
  const { neighbours, layout, trustworthiness, recall } = measured;
  return {
    ...(neighbours !== null && { [`${name}, neighbours, ms`]: Math.round(neighbours) }),
    [`${name}, in all, ms`]: Math.round((neighbours ?? 0) + layout),
    ...(recall !== null && { [`${name}, recall of neighbours`]: rounded(recall) }),
    ...(trustworthiness !== null && { [`${name}, trustworthiness`]: rounded(trustworthiness) }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

export const layout: Benchmark = {
  name: 'layout',
  about:
    'Layouts of made-up corpora (60 groups, 12 directions each, noise) in one browser worker each: neighbours, UMAP with them, principal components, against umap-js with its own search on the same rows; trustworthiness of 15 neighbours, at 100,000 on a sample of 2,000 points. Limits: UMAP 5 s at 10,000 and 90 s at 100,000, trustworthiness at most .005 below umap-js; PCA of 10,000 × 384 in 500 ms',
  run,
};
