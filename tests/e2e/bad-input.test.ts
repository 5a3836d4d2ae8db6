import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { embedded, explorable, mapOf, readDocument } from './harness/app.ts';
import { dropPaths } from './harness/drop.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';

const GOOD = 'The keeper wrote down every ship that passed, the hour and the weather. '.repeat(10);
let folder: string;

/** A folder as people have them: one good story among everything that can be wrong with a file. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parable-bad-input-'));
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(folder, name), content);
  await mkdir(join(folder, 'nothing-in-here'));
  await write('good.txt', GOOD);
  await write('empty.txt', '');
  await write('blank.md', ' \n\n\t ');
  await write(
    'binary.txt',
    new Uint8Array(4000).map((_, i) => (i * 7) % 256),
  );
  await write('latin.txt', Buffer.from(`Zwölf Boxkämpfer. ${GOOD}`, 'latin1'));
  await write('proto.csv', `__proto__,constructor,text\npolluted,polluted,"A row. ${GOOD}"\n`);
  await write('broken.jsonl', `{"text": "A record. ${GOOD}"}\n{"text": \n{"note": "no text"}\n`);
  await write('one-line.txt', 'word '.repeat(10 * 2 ** 20));
  await write('one-line.jsonl', `{"text": "${'word '.repeat(10 * 2 ** 20)}"}`);
  await write('picture.gif', 'GIF89a');
  await write('huge.txt', '');
  await truncate(join(folder, 'huge.txt'), 200 * 2 ** 20);
});

afterAll(() => rm(folder, { recursive: true }));

test('what cannot be read is said file by file, and the rest is taken in', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await dropPaths(page, [folder]);
  await page.getByRole('heading', { name: '4 documents found' }).waitFor();
  const said = await page.getByRole('dialog').innerText();
  const sentences = [
    /The folder .*nothing-in-here has no files in it/,
    /empty\.txt has no text in it/,
    /blank\.md has no text in it/,
    /binary\.txt is not a text file/,
    /latin\.txt is not UTF-8/,
    /broken\.jsonl, line 2: not valid JSON/,
    /broken\.jsonl, line 3: a record without a text/,
    /one-line\.txt, line 1: a text of [\d,]+ characters/,
    /one-line\.jsonl, line 1: a text of [\d,]+ characters/,
    /picture\.gif is of a kind that cannot be read here/,
    /huge\.txt has 200.* a file may have 100/,
  ];
  for (const sentence of sentences) expect(said).toMatch(sentence);

  await page.getByRole('button', { name: /^Add 4 documents/ }).click();
  await embedded(page);
  await mapOf(page, DEMO.documents + 4);
  await readDocument(page, 'latin');
  await page.getByText('Zwölf Boxkämpfer').first().waitFor();
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') === undefined)).toBe(true);
});

test('a drop while another is being read is neither lost nor mixed up', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await dropPaths(page, [join(folder, 'one-line.txt')]);
  await dropPaths(page, [join(folder, 'good.txt')]);
  await page.getByRole('heading', { name: '1 document found' }).waitFor();
});

test('files are taken where something new came under them as they were let go', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await dropPaths(
    page,
    [join(folder, 'good.txt')],
    'Situations that a model is tested with',
    false,
  );
  await page.getByRole('heading', { name: '1 document found' }).waitFor();
});
