import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { embedded, explorable, mapOf, previewFiles, readDocument } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';
import { zipFile } from '../unit/core/corpus/parse/zip-file.ts';

const fixture = async (name: string) => ({
  name,
  content: new Uint8Array(await readFile(join(import.meta.dirname, '../fixtures/import', name))),
});

const STORY = 'The keeper wrote down every ship that passed, the hour and the weather. '.repeat(9);

test('every kind of file is read by the built site, and nothing is asked of anyone', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const files = await Promise.all(
    ['keeper.docx', 'keeper.epub', 'keeper.pdf', 'script.pdf', 'table-zstd.parquet'].map(fixture),
  );
  const zip = zipFile([
    {
      name: 'stories/one.html',
      content: `<h1>In an archive</h1><p>${STORY}<img src="//x.invalid">`,
    },
    { name: 'stories/two.json', content: JSON.stringify([{ title: 'A record', text: STORY }]) },
  ]);
  await previewFiles(page, [
    ...files,
    await fixture('encrypted.pdf'),
    { name: 'mix.zip', content: zip },
  ]);
  await page.getByRole('heading', { name: '10 documents found' }).waitFor();
  const said = await page.getByRole('dialog').innerText();
  expect(said).toContain('encrypted.pdf is encrypted.');
  expect(said).toContain('Read as 2 chapters');
  // The same text twice: two PDFs, and a story as a page and as a record.
  await page.getByRole('button', { name: /^Add 9 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await embedded(page);
  await mapOf(page, DEMO.documents + 9);
  await readDocument(page, 'In an archive');
  await page.reload();
  await mapOf(page, DEMO.documents + 9);
});

test('a table whose columns have other names is mapped by the reader', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const rows = Array.from({ length: 3 }, (_, i) => `Case ${i},"Number ${i}. ${STORY}",harbour`);
  await previewFiles(page, [
    { name: 'cases.csv', content: ['headline,premise,domain', ...rows].join('\n') },
  ]);
  await page.getByRole('combobox', { name: 'What the column premise is' }).selectOption('Text');
  await page.getByRole('combobox', { name: 'What the column headline is' }).selectOption('Title');
  await page.getByRole('combobox', { name: 'What the column domain is' }).selectOption('Topic');
  await page.getByRole('button', { name: 'Read it this way' }).click();
  await page.getByRole('heading', { name: '3 documents found' }).waitFor();
  await page.getByText('Case 0 · Case 1 · Case 2').waitFor();
  await page.getByRole('button', { name: /^Add 3 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await embedded(page);
  await readDocument(page, 'Case 1');
});

test('repeated texts and templates are found, and left out if the reader wants', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const memo = (i: number): string =>
    `To: All staff of the Summit Bridge company\n\nMemo ${i}. ${STORY.replaceAll('ship', `ship${i}`)}\n\nThis message is confidential and may be read by nobody.`;
  const files = Array.from({ length: 8 }, (_, i) => ({ name: `memo${i}.txt`, content: memo(i) }));
  await previewFiles(page, [...files, { name: 'copy.txt', content: memo(3).toUpperCase() }]);
  await page.getByRole('checkbox', { name: /Leave out 1 document with the same words/ }).waitFor();
  await page.getByRole('checkbox', { name: /Leave out 2 lines that many/ }).check();
  await page.getByRole('button', { name: /^Add 8 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await embedded(page);
  await readDocument(page, 'memo5');
  await page.getByText('Memo 5.').first().waitFor();
  expect(await page.locator('article, main').allInnerTexts()).not.toContain('Summit Bridge');
});
