import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { embedded, explorable, importFiles, mapOf, readDocument } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropFiles } from './harness/drop.ts';
import { test } from './harness/test.ts';

const STORY = 'The keeper wrote down every ship that passed, the hour and the weather. '.repeat(9);

/** Makes an axis of the reader's own with one example. */
async function makeAxis(page: Page, name: string): Promise<void> {
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'Make an axis' }).click();
  await page.getByLabel('Name of the axis').fill(name);
  const pole = page.getByRole('region', { name: 'one pole' });
  await pole.getByLabel(/Write or paste/).fill('The light went out and nobody wrote it down.');
  await pole.getByRole('button', { name: 'Add text' }).click();
  await page.keyboard.press('1');
  await explorable(page);
}

/** Looks at an axis by its name. */
async function seeAxis(page: Page, name: string): Promise<void> {
  await page.keyboard.press('3');
  await page.getByRole('button', { name }).click();
}

test('a project is saved as one file and opens elsewhere without any model', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [{ name: 'mine.txt', content: STORY }]);
  await makeAxis(page, 'Keeping watch');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const content = await readFile(await download.path());

  const other = await open();
  await explorable(other.page);
  const asked: string[] = [];
  other.context.on('request', (request) => asked.push(request.url()));
  await dropFiles(other.page.locator('body'), [{ name: 'corpus.parable', content }]);
  await mapOf(other.page, DEMO.documents + 1);
  await readDocument(other.page, 'mine');
  expect(asked.filter((url) => url.includes('/models/'))).toEqual([]);
  await seeAxis(other.page, 'Keeping watch');
  await other.page.getByText('The light went out and nobody wrote it down.').waitFor();
  await other.page.reload();
  await other.page.getByText('The light went out and nobody wrote it down.').waitFor();
});

test('a project file of a release without axes still opens', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const content = await readFile(
    join(import.meta.dirname, '../fixtures/project/without-axes.parable'),
  );
  await dropFiles(page.locator('body'), [{ name: 'older.parable', content }]);
  await page.getByText('1 document added.').waitFor();
  await mapOf(page, 1);
});

test('one button removes everything that was brought, for good', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [{ name: 'mine.txt', content: STORY }]);
  await makeAxis(page, 'Keeping watch');
  const remove = page.getByRole('button', { name: 'Remove all my documents' });
  await remove.click();
  const said = page.getByText('1 document and 1 axis removed');
  await said.waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await mapOf(page, DEMO.documents + 1);
  await seeAxis(page, 'Keeping watch');
  await remove.click();
  await said.waitFor();
  await page.keyboard.press('1');
  await mapOf(page, DEMO.documents);
  await page.reload();
  await mapOf(page, DEMO.documents);
  expect(await remove.count()).toBe(0);
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'Make an axis' }).waitFor();
  expect(await page.getByRole('button', { name: 'Keeping watch' }).count()).toBe(0);
  await page.keyboard.press('1');
  const vectors = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('parable-vectors');
        opening.onsuccess = () => {
          const { result } = opening;
          if (!result.objectStoreNames.contains('vectors')) return resolve(0);
          const counting = result.transaction('vectors').objectStore('vectors').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
  expect(vectors).toBe(0);
  await embedded(page);
});
