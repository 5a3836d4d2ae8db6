import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { embedded, explorable, importFiles, mapOf, readDocument } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropFiles } from './harness/drop.ts';
import { test } from './harness/test.ts';

const STORY = 'The keeper wrote down every ship that passed, the hour and the weather. '.repeat(9);

test('a project is saved as one file and opens elsewhere without any model', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [{ name: 'mine.txt', content: STORY }]);
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
});

test('one button removes everything that was brought, for good', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [{ name: 'mine.txt', content: STORY }]);
  await page.getByRole('button', { name: 'Remove all my documents' }).click();
  await page.getByText('1 document removed.').waitFor();
  await mapOf(page, DEMO.documents);
  await page.reload();
  await mapOf(page, DEMO.documents);
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
