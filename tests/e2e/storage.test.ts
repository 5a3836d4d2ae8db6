import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import { explorable, importFiles, mapOf, readDocument, saved } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';

const LOG = {
  name: 'log.txt',
  content: 'The keeper wrote down every ship that passed. '.repeat(12),
};
const TIDE = { name: 'tide.txt', content: 'The tide came in over the flats at four. '.repeat(12) };

/** The reader's documents that this browser keeps. */
async function keptDocuments(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('parable-project');
        opening.onerror = () => reject(new Error('nothing is kept'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('documents').objectStore('documents').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

test('what was dropped in survives a reload, without the model', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [LOG]);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await saved(page);
  await page.reload();
  await mapOf(
    page,
    new RegExp(`^Map of ${DEMO.documents + 1} documents in ${DEMO.groups + 1} groups`),
  );
  await readDocument(page, 'log');
  expect(requests.filter((url) => url.includes('/models/parable'))).toEqual([]);
});

test('undo takes an import back for good, redo brings it back', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [LOG]);
  await mapOf(page, DEMO.documents + 1);
  await page.keyboard.press('Control+z');
  await mapOf(page, DEMO.documents);
  await page.keyboard.press('Control+Shift+z');
  await mapOf(page, DEMO.documents + 1);
  await page.keyboard.press('Control+z');
  await mapOf(page, DEMO.documents);
  await vi.waitUntil(async () => (await keptDocuments(page)) === 0);
  await page.reload();
  await mapOf(page, DEMO.documents);
});

test('two tabs add to each other’s work', async ({ open }) => {
  const first = await open();
  await explorable(first.page);
  const second = await open({ beside: first });
  await explorable(second.page);
  await importFiles(first.page, [LOG]);
  await mapOf(second.page, DEMO.documents + 1);
  await importFiles(second.page, [TIDE]);
  await mapOf(first.page, DEMO.documents + 2);
  await saved(first.page);
  await first.page.reload();
  await mapOf(first.page, DEMO.documents + 2);
});

test('the demo can be removed and brought back', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [LOG]);
  await page.getByRole('button', { name: `Remove ${DEMO.documents}` }).click();
  await mapOf(page, /^Map of 1 document/);
  await saved(page);
  await page.reload();
  await mapOf(page, /^Map of 1 document/);
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await mapOf(page, DEMO.documents + 1);
});

test('a full disk costs nothing but the keeping, and is said', async ({ open }) => {
  const { page } = await open({ storage: 20_000 });
  await explorable(page);
  const entries = Array.from({ length: 400 }, (_, i) =>
    JSON.stringify({ title: `Entry ${i}`, text: `Entry ${i}. ${LOG.content}` }),
  );
  await importFiles(page, [{ name: 'entries.jsonl', content: entries.join('\n') }]);
  await mapOf(page, DEMO.documents + 400);
  await page
    .getByText(/storage for the page is full/)
    .first()
    .waitFor();
  await readDocument(page, 'Entry 399');
});
