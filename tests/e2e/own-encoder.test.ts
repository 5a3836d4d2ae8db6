import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { tinyStatic } from '../../scripts/tiny-static.ts';
import { explorable, importFiles, mapOf, reachOf } from './harness/app.ts';
import { dropFiles, dropPaths } from './harness/drop.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';
import { killWorker } from './harness/workers.ts';

const BUNDLED = 'Encoder: Parable static 100d';
const OWN = 'Encoder: tiny-static';

let temporary: string;
/** A folder named tiny-static with a model in it. */
let folder: string;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'parable-own-'));
  folder = path.join(temporary, 'tiny-static');
  await mkdir(folder);
  for (const [name, bytes] of tinyStatic(1)) await writeFile(path.join(folder, name), bytes);
  await writeFile(path.join(folder, 'README.md'), '# A model\n\nIts card is no document.');
});

afterAll(() => rm(temporary, { recursive: true }));

const encoder = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Drops the folder and takes it as the encoder. */
async function adopt(page: Page, from = folder): Promise<void> {
  await dropPaths(page, [from]);
  await page.getByRole('heading', { name: '“tiny-static” is a model, not a document.' }).waitFor();
  await page.getByRole('button', { name: 'Use it as the encoder' }).click();
  await page.getByText('Texts are compared by tiny-static now.').waitFor();
  await encoder(page, OWN).waitFor();
}

/** The figures of the documents that are listed in Reach, once they fulfil a condition. */
async function figures(page: Page, fulfil: (found: string[]) => boolean): Promise<string[]> {
  const shown = page.getByRole('main', { name: 'View' }).getByText(/cosine \S+/);
  let found: string[] = [];
  await vi.waitUntil(
    async () => {
      found = await shown.allInnerTexts();
      return found.length > 5 && fulfil(found);
    },
    { timeout: 20_000, interval: 100 },
  );
  return found;
}

const same = (a: readonly string[]) => (b: readonly string[]) => a.join() === b.join();

test('a dropped model folder becomes the encoder, stays after a reload, and can be left', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await encoder(page, BUNDLED).waitFor();
  await reachOf(page, 'The Friday Migration');
  const bundled = await figures(page, () => true);

  await adopt(page);
  const own = await figures(page, (found) => !same(bundled)(found));

  await page.reload();
  await encoder(page, OWN).waitFor();
  await figures(page, same(own));

  await encoder(page, OWN).click();
  await page.getByRole('button', { name: 'Use Parable static 100d' }).click();
  await page.getByText('Texts are compared by Parable static 100d now.').waitFor();
  await page.getByRole('button', { name: 'Remove tiny-static from this browser' }).click();
  await page.getByRole('button', { name: 'Use tiny-static' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await figures(page, same(bundled));

  await page.reload();
  await encoder(page, BUNDLED).waitFor();
  await encoder(page, BUNDLED).click();
  const encoders = page.getByRole('list', { name: 'Encoders' });
  await encoders.waitFor();
  expect(await encoders.getByRole('listitem').count()).toBe(1);
});

test('an own encoder survives its worker, the folder on disk being gone', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const copy = path.join(temporary, 'copy', 'tiny-static');
  await cp(folder, copy, { recursive: true });
  await adopt(page, copy);
  await mapOf(page, DEMO.documents);
  await rm(copy, { recursive: true });
  await killWorker(page, 'encoder');
  await importFiles(page, [{ name: 'later.txt', content: 'Later came the tide. '.repeat(20) }]);
  await mapOf(page, DEMO.documents + 1);
});

test('a folder that cannot be used is refused by the name of its file', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const files = tinyStatic(1);
  const dropped = (change: Record<string, Uint8Array | string | null>) =>
    [...files.keys()].flatMap((name) => {
      const content = name in change ? change[name] : files.get(name);
      return content ? [{ name, content }] : [];
    });
  const refused = async (change: Record<string, Uint8Array | string | null>, what: string) => {
    await dropFiles(page.locator('body'), dropped(change));
    await page.getByRole('heading', { name: what }).waitFor();
  };
  await refused({ 'tokenizer.json': null }, 'cannot be used: tokenizer.json is missing');
  await refused({ 'config.json': null }, 'cannot be used: config.json is missing');
  await refused(
    { 'model.safetensors': files.get('model.safetensors')!.subarray(0, 5000) },
    'cannot be used: model.safetensors is damaged (cut short within tensor "embeddings")',
  );
  await refused(
    { 'tokenizer.json': JSON.stringify({ model: { type: 'WordLevel', vocab: {} } }) },
    'of a kind that Parable cannot run (tokenizer of type WordLevel)',
  );
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await encoder(page, BUNDLED).waitFor();
});

test('a model beside documents leaves these to the import, and may be left itself', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const notes = path.join(temporary, 'notes.txt');
  await writeFile(notes, 'The tide came in over the flats. '.repeat(20));
  await dropPaths(page, [folder, notes]);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('heading', { name: '1 document found' }).waitFor();
  await page.getByRole('button', { name: 'Add 1 document' }).click();
  await mapOf(page, DEMO.documents + 1);
  await encoder(page, BUNDLED).waitFor();
});

test('a model for which there is no room serves until the page is closed', async ({ open }) => {
  const { page } = await open({ storage: 5_000 });
  await explorable(page);
  await adopt(page);
  await page.getByText('storage for the page is full').waitFor();
  await mapOf(page, DEMO.documents);
  await encoder(page, OWN).click();
  await page.getByText('Yours, in memory until this page is closed').waitFor();
  await page.reload();
  await page.getByText('The model tiny-static is not in this browser any more').waitFor();
  await encoder(page, BUNDLED).waitFor();
  await mapOf(page, DEMO.documents);
});
