import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { embedded, explorable, importFiles, mapOf, readDocument, saved } from './harness/app.ts';
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
  await saved(other.page);
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
  await page.getByText('older.parable is open: 1 document.').waitFor();
  await mapOf(page, 1);
});

test('opening a project asks before it puts away documents of one’s own', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const older = await readFile(
    join(import.meta.dirname, '../fixtures/project/without-axes.parable'),
  );
  const drop = (): Promise<void> =>
    dropFiles(page.locator('body'), [{ name: 'older.parable', content: older }]);
  await importFiles(page, [{ name: 'mine.txt', content: STORY.replaceAll('ship', 'boat') }]);
  const question = page.getByRole('dialog', { name: 'Open this project?' });

  await drop();
  await question.getByText('1 document of yours is not in it and would be put away').waitFor();
  // What loses nothing is what Enter does.
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  await mapOf(page, DEMO.documents + 1);

  await drop();
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await mapOf(page, DEMO.documents + 1);

  await drop();
  await question.getByRole('button', { name: 'Open it in place of mine (1 document)' }).click();
  const said = page.getByText(
    'older.parable is open: 1 document. 1 document of yours was put away.',
  );
  await said.waitFor();
  await mapOf(page, 1);
  await page
    .getByRole('region', { name: 'Notices' })
    .getByRole('button', { name: 'Undo', exact: true })
    .click();
  await mapOf(page, DEMO.documents + 1);
});

test('a project file that was cut off says so, and opens only if one asks for the rest', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const content = await readFile(await download.path());
  const drop = (bytes: number): Promise<void> =>
    dropFiles(page.locator('body'), [
      { name: 'saved.parable', content: content.subarray(0, bytes) },
    ]);

  await drop(Math.floor(content.length / 3));
  const question = page.getByRole('dialog', { name: 'Open this project?' });
  const said = await question.getByRole('alert').innerText();
  const [there = 0, of = 0] = (said.match(/\d+/g) ?? []).map(Number);
  expect(said).toContain('saved.parable is not whole: it has');
  expect(of).toBe(DEMO.documents);
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(of);
  await question.getByRole('button', { name: 'Leave it closed' }).click();
  await mapOf(page, DEMO.documents);

  await drop(Math.floor(content.length / 3));
  await question
    .getByRole('button', { name: `Open the ${there} documents that are there` })
    .click();
  await page.getByText(`saved.parable is open: ${there} documents.`).waitFor();
  await mapOf(page, there);

  // Cut before its first document: nothing is there to open.
  const first = content.indexOf('{"document"');
  await drop(first + 100);
  await page.getByText(`it has 0 of its ${of} documents`).waitFor();
  await mapOf(page, there);
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
  await saved(page);
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
