import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import { CHECK_TEXTS } from '../../src/core/encoders/self-check.ts';
import { goldenFile } from '../../src/core/encoders/golden.ts';
import { TINY_DIMS } from '../../scripts/onnx/tiny-bert-files.ts';
import { explorable, importFiles, readDocument } from './harness/app.ts';
import { keptCount, keptVectors } from './harness/kept-vectors.ts';
import type { Visit } from './harness/browser.ts';
import type { Site } from './harness/site.ts';
import { test, type OpenOptions } from './harness/test.ts';
import { hostedTransformer, NO_GRAPHICS } from './harness/tiny-bert.ts';
import { killWorker } from './harness/workers.ts';

/** What the browser itself says of a connection that broke or a status that is an error. */
const NETWORK = /^console: Failed to load resource/;
const ENOUGH = { timeout: 120_000, interval: 200 };

// A thousand passages through a model, on whatever machine this is.
vi.setConfig({ testTimeout: 240_000 });

/** A promise to be kept later. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** Waits until so many vectors are kept. */
async function kept(page: Page, count: number): Promise<void> {
  await vi.waitUntil(async () => (await keptCount(page)) >= count, ENOUGH);
}

let calm: Readonly<Record<string, number[]>> | undefined;

/** What a visit to the hosted transformer keeps that nothing happens to; one serves all tests. */
async function undisturbed(open: (options: OpenOptions) => Promise<Visit>, site: Site) {
  if (calm) return calm;
  const { page } = await open({ site, expected: [NO_GRAPHICS] });
  await kept(page, 150);
  return (calm = await keptVectors(page));
}

/** What is kept in the visit is the same as in one that nothing happens to, bit by bit. */
async function sameBits(
  page: Page,
  open: (options: OpenOptions) => Promise<Visit>,
  site: Site,
): Promise<void> {
  const disturbed = await keptVectors(page);
  const expected = await undisturbed(open, site);
  const common = Object.keys(disturbed).filter((key) => key in expected);
  expect(common.length).toBeGreaterThan(100);
  for (const key of common) expect(disturbed[key]).toEqual(expected[key]);
}

test('a transformer embeds the demo, the reference and a dropped document', async ({
  open,
  siteWith,
}) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page } = await open({ site, expected: [NO_GRAPHICS] });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.setDefaultTimeout(200_000);
  await explorable(page);
  const text = 'The gate stood open and nobody had asked for it to be closed. '.repeat(8);
  await importFiles(page, [{ name: 'gate.txt', content: text }]);
  await readDocument(page, 'gate');
  await page.getByRole('button', { name: 'What does it reach?' }).click();
  await page
    .getByText(/neutral texts of this length/)
    .first()
    .waitFor();
  const runtimes = requests.filter((request) => request.endsWith('.wasm'));
  expect(runtimes.length).toBeGreaterThan(0);
  // The build for graphics processors is left where there is none.
  expect(runtimes.filter((request) => request.includes('jspi'))).toEqual([]);
});

test('a site’s own encoder shows how far it is before the page opens', async ({
  open,
  siteWith,
}) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page } = await open({ site, path: 'hub.html', expected: [NO_GRAPHICS] });
  const held = deferred();
  await page.context().route('**/onnx/model.onnx', async (route) => {
    await held.promise;
    await route.continue().catch(() => {});
  });
  await page.goto(site.url);
  await page.getByText(/^Embedding: 0 of \d[\d,]* passages/).waitFor();
  await page.getByRole('progressbar', { name: 'Embedding' }).waitFor();
  held.resolve();
  page.setDefaultTimeout(200_000);
  await explorable(page);
});

test('a tab that crashes in the middle has kept what was done', async ({ open, siteWith }) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const crashed = await open({ site, expected: [NO_GRAPHICS, /the page crashed/] });
  await kept(crashed.page, 60);
  const session = await crashed.context.newCDPSession(crashed.page);
  const crash = crashed.page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crash;
  const { page } = await open({ site, beside: crashed, expected: [NO_GRAPHICS] });
  expect(await keptCount(page)).toBeGreaterThanOrEqual(60);
  await kept(page, 150);
  await sameBits(page, open, site);
});

test('an encoder that is killed while it fetches its weights fetches them again', async ({
  open,
  siteWith,
}) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page } = await open({ site, path: 'hub.html', expected: [NO_GRAPHICS] });
  const held = deferred();
  const asked = deferred();
  let first = true;
  await page.context().route('**/onnx/model.onnx', async (route) => {
    if (first) {
      first = false;
      asked.resolve();
      await held.promise;
    }
    await route.continue().catch(() => {});
  });
  await page.goto(site.url);
  await asked.promise;
  await killWorker(page, 'encoder');
  held.resolve();
  await kept(page, 150);
  await sameBits(page, open, site);
});

test('a tab that is frozen in the middle goes on when it thaws', async ({ open, siteWith }) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page, context } = await open({ site, expected: [NO_GRAPHICS] });
  await kept(page, 40);
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await kept(page, 150);
  await sameBits(page, open, site);
});

test('where the browser allows threads the vectors are the same', async ({ open, siteWith }) => {
  const overlay = hostedTransformer();
  const [plain, isolated] = [
    await siteWith({ overlay }),
    await siteWith({ overlay, isolated: true }),
  ];
  const { page } = await open({ site: isolated, expected: [NO_GRAPHICS] });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await kept(page, 150);
  await sameBits(page, open, plain);
});

test('weights that cannot be fetched are named, and asked for again', async ({
  open,
  siteWith,
}) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page } = await open({ site, path: 'hub.html', expected: [NO_GRAPHICS, NETWORK] });
  let offline = true;
  await page.context().route('**/onnx/model.onnx', async (route) => {
    await (offline ? route.abort('internetdisconnected') : route.continue());
  });
  await page.goto(site.url);
  await page
    .getByText(/tiny-bert cannot be used: onnx\/model\.onnx is missing/)
    .first()
    .waitFor();
  offline = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await kept(page, 150);
  await sameBits(page, open, site);
});

test('a full disk is said, and stops nothing', async ({ open, siteWith }) => {
  const site = await siteWith({ overlay: hostedTransformer() });
  const { page } = await open({ site, storage: 20_000, expected: [NO_GRAPHICS] });
  page.setDefaultTimeout(200_000);
  await explorable(page);
  await page
    .getByText(/storage for the page is full/)
    .first()
    .waitFor();
});

test('an encoder that gives other vectors than it is known to give is refused', async ({
  open,
  siteWith,
}) => {
  const wrong = Float32Array.from({ length: CHECK_TEXTS.length * TINY_DIMS }, (_, i) => i % 7);
  const site = await siteWith({
    overlay: hostedTransformer({ golden: 'golden.json' }, { 'golden.json': goldenFile(wrong) }),
  });
  const { page } = await open({ site, expected: [NO_GRAPHICS] });
  await page
    .getByText(/tried on texts whose vectors are known and gave wrong ones/)
    .first()
    .waitFor();
});
