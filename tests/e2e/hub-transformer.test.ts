import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, inject } from 'vitest';
import { tinyBert } from '../../scripts/onnx/tiny-bert-files.ts';
import { allEmbedded, explorable, importFiles, mapOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropPaths } from './harness/drop.ts';
import { openHub, type FakeHub } from './harness/hub.ts';
import { test as base } from './harness/test.ts';
import { NO_GRAPHICS } from './harness/tiny-bert.ts';

/** What a download means to do: requests to the hub, from its frame. */
const TO_HUB = /^foreign: GET http:\/\/127\.0\.0\.1:\d+\/(api|owner|cdn)\//;
const FILES = tinyBert({ types: ['float32', 'q8'], pooling: 'cls', maxTokens: 48 });

/** Two thousand passages go through a transformer, and two cores may be shared. */
const EMBEDDING_TIMEOUT = 180_000;

const test = base.extend<{ hub: FakeHub }>({
  hub: async ({}, use) => {
    const hub = await openHub(inject('dist'), FILES);
    await use(hub);
    await hub.close();
  },
});

const encoder = (page: Page, name: string) =>
  page.getByRole('button', { name: `Encoder: ${name}`, exact: true });

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Encoder: / }).click();
  await page.getByRole('heading', { name: 'From the model hub' }).waitFor();
}

test(
  'a transformer of the hub says what it is, and reopens without hub and model',
  async ({ open, siteWith, hub }) => {
    const site = await siteWith({ overlay: { 'hub.html': hub.page } });
    const { page } = await open({ site, expected: [TO_HUB] });
    await explorable(page);
    await openSheet(page);
    await page.getByRole('textbox', { name: /by its name on the hub/ }).fill('owner/tiny');
    await page.getByRole('button', { name: 'Look it up on huggingface.co' }).click();
    await page.getByText(/vectors of 32 dimensions; it reads 48 tokens of a passage/).waitFor();
    await page.getByText('A passage’s vector is the first token, as its files say.').waitFor();
    expect(hub.requests.filter((request) => request.includes('.onnx'))).toEqual([]);

    const weights = page.getByRole('combobox', { name: 'Weights' });
    expect(await weights.inputValue()).toBe('q8');
    expect(await weights.locator('option').count()).toBe(2);
    await page.getByText(/^4 files, 0\.\d+ MB\. Licence: mit\. Version c0ffee0\.$/).waitFor();
    await page.getByRole('combobox', { name: 'Put before every text' }).fill('query:');
    await page.getByRole('button', { name: /^Download 0\.\d+ MB$/ }).click();
    await page.getByRole('heading', { name: 'owner/tiny is in this browser now.' }).waitFor();
    expect(hub.requests.filter((request) => request.includes('/cdn/onnx'))).toEqual([
      'GET /cdn/onnx/model_quantized.onnx',
    ]);
    await page.getByRole('button', { name: 'Use it as the encoder' }).click();
    await page.getByText('Texts are compared by owner/tiny now.').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await allEmbedded(page);
    await mapOf(page, DEMO.documents);

    // All vectors are kept by now: neither the hub nor the runtime is needed to see them again.
    await hub.close();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    await encoder(page, 'owner/tiny').waitFor();
    await mapOf(page, DEMO.documents);
    expect(requests.filter((url) => /\.wasm$|onnx|\/models\/(?!registry)/.test(url))).toEqual([]);

    await importFiles(page, [
      { name: 'later.txt', content: 'The ship came home at night. '.repeat(9) },
    ]);
    await mapOf(page, DEMO.documents + 1);
    expect(requests.some((url) => url.endsWith('.wasm'))).toBe(true);
  },
  EMBEDDING_TIMEOUT,
);

test('a vetted model is put to the reader before the hub hears of anything', async ({
  open,
  siteWith,
  hub,
}) => {
  const site = await siteWith({ overlay: { 'hub.html': hub.page } });
  const { page } = await open({ site, expected: [TO_HUB, /Failed to load resource/] });
  await explorable(page);
  await openSheet(page);
  await page.getByRole('button', { name: /^Get Xenova\/e5-small-v2, about 33 MB$/ }).click();
  await page
    .getByRole('heading', { name: 'Download Xenova/e5-small-v2 from huggingface.co?' })
    .waitFor();
  await page.getByText('“query: ” is put before every text, as its card asks.').waitFor();
  await page.waitForLoadState('networkidle');
  expect(hub.requests).toEqual([]);
  await page.getByRole('button', { name: 'Leave it' }).click();
  expect(hub.requests).toEqual([]);
  await page.getByRole('button', { name: /^Get Xenova\/e5-small-v2/ }).click();
  await page.getByRole('button', { name: 'Yes, download about 33 MB' }).click();
  await page.getByRole('heading', { name: 'The hub has no model Xenova/e5-small-v2' }).waitFor();
  expect(hub.requests).toEqual(['GET /api/models/Xenova/e5-small-v2/revision/main?blobs=true']);
});

test(
  'a dropped folder of a transformer asks what its files do not say',
  async ({ open }) => {
    const temporary = await mkdtemp(path.join(tmpdir(), 'parable-folder-'));
    const folder = path.join(temporary, 'my-bert');
    for (const [name, content] of tinyBert({ types: ['float32', 'q8'] })) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const { page } = await open({ expected: [NO_GRAPHICS] });
    await explorable(page);
    await dropPaths(page, [folder]);
    await page.getByRole('heading', { name: '“my-bert” is a model, not a document.' }).waitFor();
    await page.getByText('Its files do not say which; its card does.').waitFor();
    await page.getByRole('combobox', { name: 'A passage’s vector is' }).selectOption('cls');
    await page.getByRole('combobox', { name: 'Weights' }).selectOption('float32');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page
      .getByText(/^It has been tried: vectors of 32 dimensions, 0\.\d+ MB in all\./)
      .waitFor();
    await rm(temporary, { recursive: true });
    await page.getByRole('button', { name: 'Use it as the encoder' }).click();
    await page.getByText('Texts are compared by my-bert now.').waitFor();
    await mapOf(page, DEMO.documents);
  },
  EMBEDDING_TIMEOUT,
);
