import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { embedded, explorable, mapOf, previewFiles, readDocument, saved } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropPaths } from './harness/drop.ts';
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
  await saved(page);
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

test('what the reader chose for columns holds, although the table was not read anew before', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const rows = Array.from({ length: 3 }, (_, i) => `"Number ${i}. ${STORY}",office mail`);
  await previewFiles(page, [{ name: 'cases.csv', content: ['text,category', ...rows].join('\n') }]);
  await page.getByText('Columns of cases.csv').click();
  await page.getByRole('combobox', { name: 'What the column category is' }).selectOption('Group');
  await page.getByText('What you chose for columns is applied').waitFor();
  await page.getByRole('button', { name: /^Add 3 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await page.getByRole('button', { name: 'List the documents of office mail' }).waitFor();
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

test('what is dropped on a target is taken for that, whatever its folder is called', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const paths = ['keeper.docx', 'keeper.epub'].map((name) =>
    join(import.meta.dirname, '../fixtures/import', name),
  );
  await dropPaths(page, paths, 'Situations that a model is tested with');
  await page.getByRole('heading', { name: '3 documents found' }).waitFor();
  const scenario = page.getByRole('radio', { name: 'Evaluation scenario', checked: true });
  await expect.poll(() => scenario.count()).toBe(3);
  await page.getByRole('button', { name: /^Add 3 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await page.getByText(`120 training documents, ${18 + 3} scenarios`).waitFor();
});

test('rules sort a preview and what is here, and no pattern can hang the page', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const texts = ['eval_1', 'eval_2', 'keeper'].map((name) => ({
    name: `${name}.txt`,
    content: `${name}. ${STORY}${'a'.repeat(60)}!`,
  }));
  await previewFiles(page, texts);
  await page.getByText('Sort by rules').click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const rule = page.getByRole('listitem', { name: 'Rule 1' });
  const pattern = rule.getByRole('textbox', { name: 'With what' });
  await rule.getByRole('combobox', { name: 'How it is compared' }).selectOption('matches (regex)');
  await pattern.fill('(eval');
  await rule.getByText('This is no regular expression yet: Unterminated group.').waitFor();
  await pattern.fill('^(eval|test)_\\d');
  await rule.getByText('Fits 2 documents').waitFor();
  await rule.getByRole('combobox', { name: 'As what' }).selectOption('evaluation scenarios');
  await rule.getByRole('combobox', { name: 'Into which group' }).fill('Honeypots');

  await page.getByRole('button', { name: 'Add a rule' }).click();
  const second = page.getByRole('listitem', { name: 'Rule 2' });
  await second.getByRole('combobox', { name: 'What is looked at' }).selectOption('Text');
  await second
    .getByRole('combobox', { name: 'How it is compared' })
    .selectOption('matches (regex)');
  await second.getByRole('textbox', { name: 'With what' }).fill('(a+)+$');
  await second.getByText(/took too long on one of the documents/).waitFor();
  await rule.getByText('Fits 2 documents').waitFor();
  await second.getByRole('button', { name: 'Remove rule 2' }).click();

  await page.getByRole('button', { name: /^Add 3 documents/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await embedded(page);
  await page.getByRole('button', { name: 'Honeypots', exact: true }).waitFor();
  await page.getByText('121 training documents, 20 scenarios').waitFor();

  await page.getByRole('button', { name: 'List the documents of Honeypots' }).click();
  await page.getByRole('button', { name: 'Sort by rules…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sort by rules' });
  await sheet.getByRole('textbox', { name: 'With what' }).fill('eval_2');
  await sheet.getByRole('combobox', { name: 'Into which group' }).fill('Second');
  await sheet.getByRole('button', { name: 'Move 1 document' }).click();
  await page.getByText('1 document moved.').waitFor();
  await page.getByRole('button', { name: 'Second', exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => page.getByRole('button', { name: 'Second', exact: true }).count())
    .toBe(0);
});
