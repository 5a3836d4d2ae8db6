import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright';
import { expect, inject, test as plain, vi } from 'vitest';
import { tinyStatic } from '../../scripts/tiny-static.ts';
import { writeSafetensors } from '../../scripts/encoder/write-safetensors.ts';
import { explorable, importFiles, mapOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropFiles } from './harness/drop.ts';
import { openHub, type FakeHub } from './harness/hub.ts';
import { tryToLeak } from './harness/leaks.ts';
import { test as base } from './harness/test.ts';
import { killWorker } from './harness/workers.ts';

/** What a download means to do: requests to the hub, from its frame. */
const TO_HUB = /^foreign: GET http:\/\/127\.0\.0\.1:\d+\/(api|owner|cdn)\//;
/** What the browser itself says of a connection that broke or a status that is an error. */
const NETWORK = /^console: Failed to load resource/;
const PREVENTED = [/^violation: /, /^console: .*Content Security Policy/, /^foreign: /];

const MEGABYTE = 2 ** 20;
const SAMPLE = 'The tide came in over the flats. '.repeat(20);

/** A tiny model whose weights carry some megabytes more, so that there is something to interrupt. */
function files(): Map<string, Uint8Array> {
  const model = tinyStatic(1);
  const ballast = Float32Array.from({ length: MEGABYTE }, (_, i) => i);
  const padded = writeSafetensors([
    { name: 'embeddings', data: tableOf(model), shape: [260, 8] },
    { name: 'ballast', data: ballast, shape: [ballast.length] },
  ]);
  return model.set('model.safetensors', padded);
}

/** The table at the end of the tiny model's weights. */
function tableOf(model: ReadonlyMap<string, Uint8Array>): Float32Array {
  const weights = Uint8Array.from(model.get('model.safetensors')!);
  return new Float32Array(weights.buffer.slice(weights.length - 4 * 8 * 260));
}

const test = base.extend<{ hub: FakeHub }>({
  hub: async ({}, use) => {
    const hub = await openHub(inject('dist'), files());
    await use(hub);
    await hub.close();
  },
});

const encoder = (page: Page, name: string) =>
  page.getByRole('button', { name: `Encoder: ${name}`, exact: true });

async function openSheet(page: Page, name = 'Parable static 100d'): Promise<void> {
  await encoder(page, name).click();
  await page.getByRole('heading', { name: 'From the model hub' }).waitFor();
}

/** Looks a model up by its name, as typed. */
async function lookUp(page: Page, name = 'owner/tiny'): Promise<void> {
  await page.getByRole('textbox', { name: /by its name on the hub/ }).fill(name);
  await page.getByRole('button', { name: 'Look it up on huggingface.co' }).click();
}

const startDownload = (page: Page) => page.getByRole('button', { name: /^Download 4 MB$/ }).click();

/** The frame that downloads, while it lives. */
const hubFrame = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().endsWith('/hub.html'));

const weightRequests = ({ requests }: FakeHub): string[] =>
  requests.filter((request) => request.startsWith('GET /cdn/model.safetensors'));

/** Waits until so many bytes of the download are said to be here. */
const arrived = (page: Page, size: string) =>
  page.getByText(new RegExp(`^${size.replace('.', '\\.')} of 4 MB`)).waitFor();

test('a model is downloaded when the reader says so, and opens without the hub ever after', async ({
  open,
  siteWith,
  hub,
}) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB] });
  await explorable(page);
  await openSheet(page);
  await page.waitForLoadState('networkidle');
  expect(hub.requests).toEqual([]);
  expect(hubFrame(page)).toBeUndefined();

  await lookUp(page);
  await page.getByRole('heading', { name: 'owner/tiny is on the hub.' }).waitFor();
  await page.getByText(/^3 files, 4 MB\. Licence: mit\. Version c0ffee0\.$/).waitFor();
  expect(hub.requests).toEqual([
    'GET /api/models/owner/tiny/revision/main?blobs=true',
    `GET /owner/tiny/resolve/${'c0ffee'.padEnd(40, '0')}/config.json`,
    'GET /cdn/config.json',
  ]);
  expect(hubFrame(page)).toBeUndefined();

  await startDownload(page);
  await page.getByRole('heading', { name: 'owner/tiny is in this browser now.' }).waitFor();
  expect(weightRequests(hub)).toEqual(['GET /cdn/model.safetensors']);
  expect(hub.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(hubFrame(page)).toBeUndefined();
  await page.getByText(/^From the hub, kept in this browser\. 8 dimensions, 4/).waitFor();
  await page.getByRole('button', { name: 'Use it as the encoder' }).click();
  await page.getByText('Texts are compared by owner/tiny now.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await mapOf(page, DEMO.documents);

  await hub.close();
  await page.reload();
  await encoder(page, 'owner/tiny').waitFor();
  await killWorker(page, 'encoder');
  await importFiles(page, [{ name: 'later.txt', content: SAMPLE }]);
  await mapOf(page, DEMO.documents + 1);

  await openSheet(page, 'owner/tiny');
  await page.getByRole('button', { name: 'Remove owner/tiny from this browser' }).click();
  await encoder(page, 'Parable static 100d').waitFor();
  await vi.waitUntil(() =>
    page.evaluate(async () => {
      const cache = await caches.open('parable-models');
      return (await cache.keys()).length === 0;
    }),
  );
});

test('a stopped download goes on where it was, in another visit', async ({
  open,
  siteWith,
  hub,
}) => {
  hub.manner.holdsAfter = 2.5 * MEGABYTE;
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB] });
  await explorable(page);
  await openSheet(page);
  await lookUp(page);
  await startDownload(page);
  await arrived(page, '2.5 MB');
  await page.getByRole('button', { name: 'Stop' }).click();
  await vi.waitUntil(() => hubFrame(page) === undefined);
  await page.getByText(/^[12](\.\d)? MB of 4 MB have arrived\.$/).waitFor();

  delete hub.manner.holdsAfter;
  await page.reload();
  await explorable(page);
  await openSheet(page);
  await page.getByRole('button', { name: 'Go on downloading owner/tiny' }).click();
  await page.getByRole('heading', { name: 'owner/tiny is in this browser now.' }).waitFor();
  const [first, second] = weightRequests(hub);
  expect(first).toBe('GET /cdn/model.safetensors');
  const from = Number(/ bytes=(\d+)-$/.exec(second ?? '')?.[1]);
  expect(from).toBeGreaterThan(1.5 * MEGABYTE);
  expect(from).toBeLessThanOrEqual(2.5 * MEGABYTE);
});

for (const how of ['breaks off', 'ends too soon', 'loses the network']) {
  test(`a download that ${how} keeps what has arrived`, async ({ open, siteWith, hub }) => {
    hub.manner.holdsAfter = 1.5 * MEGABYTE;
    hub.manner.quietly = how === 'ends too soon';
    const offline = how === 'loses the network';
    const site = await siteWith({ overlay: { 'hub.html': hub.page } });
    const { page } = await open({ site, expected: [TO_HUB, NETWORK] });
    await explorable(page);
    await openSheet(page);
    await lookUp(page);
    await startDownload(page);
    await arrived(page, '1.5 MB');
    if (offline) await page.context().setOffline(true);
    else hub.cut();
    await page
      .getByRole('heading', { name: /^The download of owner\/tiny broke off; 1\.5 MB of 4 MB/ })
      .waitFor();
    await page.context().setOffline(false);
    delete hub.manner.holdsAfter;
    await page.getByRole('button', { name: 'Go on downloading owner/tiny' }).click();
    await page.getByRole('heading', { name: 'owner/tiny is in this browser now.' }).waitFor();
    expect(weightRequests(hub)[1]).toBe(`GET /cdn/model.safetensors bytes=${1.5 * MEGABYTE}-`);
  });
}

test('what is not what the hub says is thrown away', async ({ open, siteWith, hub }) => {
  hub.manner.damaged = true;
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB] });
  await explorable(page);
  await openSheet(page);
  await lookUp(page);
  await startDownload(page);
  await page.getByRole('heading', { name: 'is not what it should be' }).waitFor();
  await page.getByText(/^0\.\d+ MB of 4 MB have arrived\.$/).waitFor();
  await page.getByRole('button', { name: 'Discard what has arrived of owner/tiny' }).click();
  await page.getByText('have arrived').waitFor({ state: 'detached' });
});

test('a model that is not there, a hub that is not there', async ({ open, siteWith, hub }) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB, NETWORK] });
  await explorable(page);
  await openSheet(page);
  await lookUp(page, 'owner');
  await page.getByText('A model’s name is that of its owner').waitFor();
  expect(hub.requests).toEqual([]);
  await lookUp(page, 'https://huggingface.co/owner/none');
  await page.getByRole('heading', { name: 'The hub has no model owner/none' }).waitFor();
  await hub.close();
  await lookUp(page);
  await page.getByRole('heading', { name: 'The hub could not be asked for owner/tiny' }).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await encoder(page, 'Parable static 100d').waitFor();
});

test('a full disk keeps what there is room for, and says so', async ({ open, siteWith, hub }) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, storage: 3 * MEGABYTE, expected: [TO_HUB] });
  await explorable(page);
  await openSheet(page);
  await lookUp(page);
  await startDownload(page);
  await page.getByRole('heading', { name: 'There is no room for owner/tiny' }).waitFor();
  await page.getByText(/^[12](\.\d)? MB of 4 MB have arrived\.$/).waitFor();
});

test('only the frame reaches the hub, and the frame reaches nothing else', async ({
  open,
  siteWith,
  hub,
  sink,
}) => {
  hub.manner.holdsAfter = MEGABYTE;
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page, problems } = await open({ site, expected: [...PREVENTED, NETWORK] });
  await explorable(page);
  const reach = (url: string) =>
    fetch(url).then(
      () => 'reached',
      () => 'refused',
    );
  const api = `${hub.url}/api/models/owner/tiny/revision/main`;
  expect(await page.evaluate(reach, api)).toBe('refused');
  expect(hub.requests).toEqual([]);

  await openSheet(page);
  await lookUp(page);
  await startDownload(page);
  await arrived(page, '1 MB');
  const frame = hubFrame(page)!;
  await tryToLeak(frame, sink.url, 'frame');
  expect(sink.requests).toEqual([]);
  expect(problems).toContain(`violation: connect-src blocked ${sink.url}frame/fetch`);
  expect(await frame.evaluate(reach, api)).toBe('reached');
  expect(await page.evaluate(reach, api)).toBe('refused');
});

test('the frame takes one request of its own page, of the right form, and no other', async ({
  open,
  siteWith,
  hub,
}) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB] });
  await explorable(page);
  const ask = (messages: readonly object[]) =>
    page.evaluate(async (list) => {
      const frame = document.createElement('iframe');
      frame.src = 'hub.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const answers: unknown[] = [];
      const answered = new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(answers.push(data)));
      });
      for (const message of list) frame.contentWindow?.postMessage(message, location.origin);
      await answered;
      frame.remove();
      return answers;
    }, messages);
  const good = { type: 'list', id: 'owner/tiny', revision: 'main', files: ['config.json'] };
  const answers = await ask([
    { ...good, id: '../../sink' },
    { ...good, id: 'owner/tiny/../../x' },
    { ...good, files: ['../secret.json'] },
    { ...good, revision: 'refs/pr/1' },
    { ...good, base: hub.url, type: 'fetch' },
    good,
    { ...good, id: 'owner/second' },
  ]);
  expect(answers).toMatchObject([{ type: 'listed', listing: { id: 'owner/tiny' } }]);
  expect(hub.requests.filter((request) => request.startsWith('GET /api'))).toEqual([
    'GET /api/models/owner/tiny/revision/main?blobs=true',
  ]);
});

test('the frame takes no request from another origin', async ({ open, siteWith, hub }) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const html = '<title>A stranger</title><link rel="icon" href="data:," />';
  const stranger = await siteWith({ overlay: { 'stranger.html': html } });
  const foreign = /^foreign: GET .*\/sub\//;
  const { page } = await open({ site: stranger, path: 'stranger.html', expected: [foreign] });
  await page.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.src = src;
    document.body.append(frame);
    await loaded;
    const request = { type: 'list', id: 'owner/tiny', revision: 'main', files: ['config.json'] };
    frame.contentWindow?.postMessage(request, '*');
  }, `${site.url}hub.html`);
  // A message to the frame is handled before what is evaluated in it afterwards.
  expect(await hubFrame(page)?.evaluate(() => document.documentElement.dataset.hub)).toBe(
    'listens',
  );
  await page.waitForLoadState('networkidle');
  expect(hub.requests).toEqual([]);
});

test('dropped and downloaded models are kept side by side', async ({ open, siteWith, hub }) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB] });
  await explorable(page);
  const dropped = Array.from(tinyStatic(2), ([name, content]) => ({ name, content }));
  await dropFiles(page.locator('body'), dropped);
  await page.getByRole('button', { name: 'Use it as the encoder' }).click();
  await page.getByText('Texts are compared by model.safetensors now.').waitFor();
  await openSheet(page, 'model.safetensors');
  await lookUp(page);
  await startDownload(page);
  await page.getByRole('heading', { name: 'owner/tiny is in this browser now.' }).waitFor();
  await page.reload();
  await openSheet(page, 'model.safetensors');
  const names = page.getByRole('list', { name: 'Encoders' }).getByRole('listitem');
  const use = page.getByRole('button', { name: 'Use owner/tiny' });
  await use.waitFor();
  expect(await names.count()).toBe(3);
  await use.click();
  await page.getByText('Texts are compared by owner/tiny now.').waitFor();
});

plain('the shipped frame names the real hub and its download hosts, the page neither', async () => {
  const [frame, page] = await Promise.all(
    ['hub.html', 'index.html'].map((name) => readFile(path.join(inject('dist'), name), 'utf8')),
  );
  expect(frame).toContain('connect-src https://huggingface.co https://cdn-lfs.huggingface.co');
  expect(page).not.toContain('huggingface');
});
