import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { encodeNpy } from '../../cli/npy.ts';
import { explorable, mapOf, previewFiles, readDocument, reachOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropFiles } from './harness/drop.ts';
import { test } from './harness/test.ts';

const BUNDLED = 'Encoder: Parable static 100d';
const OWN = 'Encoder: their-model';

/** Records with vectors of a model that is not here; the first two are close to the scenario. */
const RECORDS = [
  { title: 'Lamp', text: 'The keeper lit the lamp at dusk.', embedding: [3, 1, 0] },
  { title: 'Log', text: 'Every ship was written down.', embedding: [2.5, 1.5, 0] },
  { title: 'Soup', text: 'Boil the beans for an hour.', embedding: [0, 0, 2] },
  { title: 'Bread', text: 'Knead the dough and let it rise.', embedding: [0, 0.5, 2] },
  { title: 'Fog', text: 'A ship asks for the light.', embedding: [3, 1.2, 0], role: 'evaluation' },
  { title: 'Plain', text: 'This one came without a vector.' },
];
const JSONL = RECORDS.map((record) => JSON.stringify(record)).join('\n');

const encoder = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const absent = (page: Page, documents: number) =>
  page
    .getByText(`${documents.toLocaleString('en')} documents are not in this space`, { exact: true })
    .waitFor();

async function useVectors(page: Page): Promise<void> {
  await previewFiles(page, [{ name: 'records.jsonl', content: JSONL }]);
  await page.getByText('Vectors of 3 dimensions came along for 5 of 6 documents.').waitFor();
  await page.getByRole('textbox', { name: 'Name of their encoder' }).fill('their-model');
  await page.getByRole('radio', { name: 'Use them, under the name “their-model”' }).check();
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await encoder(page, OWN).waitFor();
  await mapOf(page, 5);
}

/** What Reach lists for a scenario, the closest first. */
async function listed(page: Page): Promise<string[]> {
  const rows = page.getByRole('list', { name: 'Documents related to this scenario' });
  await rows.getByRole('listitem').first().waitFor();
  return rows.locator('.name').allInnerTexts();
}

test('vectors that came along are used as they are, after a reload too, and can be removed', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await useVectors(page);
  await absent(page, DEMO.documents + 1);

  await readDocument(page, 'Lamp');
  await page.getByText('Lines lead to the 4 nearest documents in the full space').waitFor();
  await reachOf(page, 'Fog');
  expect(await listed(page)).toEqual(['Lamp', 'Log', 'Bread', 'Soup']);
  await page.getByText('The neutral texts have no vectors in this space').waitFor();

  await page.getByRole('combobox', { name: 'Search documents' }).fill('beans');
  await page.getByText('nothing here can embed what you type as “their-model” does').waitFor();
  expect(await page.getByText('See what reaches this situation').count()).toBe(0);
  await page.keyboard.press('Escape');

  await page.reload();
  await encoder(page, OWN).waitFor();
  expect(await listed(page)).toEqual(['Lamp', 'Log', 'Bread', 'Soup']);
  await page.getByRole('button', { name: 'Which, and why' }).click();
  const missing = page.getByRole('list', { name: 'Documents that are not in this space' });
  await missing.waitFor();
  await page.getByRole('radio', { name: /^Centred on your documents/ }).waitFor();

  await page.getByRole('button', { name: 'Remove their-model from this browser' }).click();
  await page.getByText('Texts are compared by Parable static 100d now.').waitFor();
  await page.getByRole('button', { name: 'Use their-model' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('closer than all but the closest 5 of 100 neutral texts').waitFor();
});

test('vectors for which there is no room serve until the page is closed', async ({ open }) => {
  const { page } = await open({ storage: 1 });
  await explorable(page);
  await useVectors(page);
  await page
    .getByText(/storage for the page is full/)
    .first()
    .waitFor();
  await reachOf(page, 'Fog');
  expect(await listed(page)).toEqual(['Lamp', 'Log', 'Bread', 'Soup']);
});

test('vectors in a .npy file beside the table stay a further encoder', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const table = RECORDS.map(({ title, text }) => JSON.stringify({ title, text })).join('\n');
  const values = new Float32Array(RECORDS.flatMap((_, i) => [i + 1, 1]));
  await previewFiles(page, [
    { name: 'mine.npy', content: encodeNpy(values, RECORDS.length, 2) },
    { name: 'mine.jsonl', content: table },
    { name: 'other.npy', content: encodeNpy(values, RECORDS.length, 2) },
  ]);
  await page.getByText('Vectors of 2 dimensions came along for 6 documents.').waitFor();
  await page
    .getByText('other.npy holds vectors, and no table of that name came with it.')
    .waitFor();
  await page.getByRole('button', { name: 'Add 6 documents' }).click();
  await mapOf(page, DEMO.documents + 6);
  await encoder(page, BUNDLED).click();
  await page.getByRole('button', { name: 'Use mine', exact: true }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await mapOf(page, 6);
});

test('a project of an encoder that is missing here opens with its own vectors, without any model', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await useVectors(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  // As another machine writes it with a model of its own in use.
  const head = JSON.parse(saved.slice(0, saved.indexOf('\n'))) as { encoder: string };
  const content = saved
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{"group":'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ given, spaces, records: _, ...line }) => {
      if (spaces) return { ...line, encoder: 'far/model@0a/q8/mean' };
      const [its] = (given ?? []) as ({ vectors: string } | null)[];
      return { ...line, vectors: its?.vectors ?? null };
    })
    .map((line) => JSON.stringify(line))
    .join('\n');
  expect(head.encoder).toMatch(/^their-model@/);

  for (const [name, file] of [
    ['their-model', saved],
    ['far/model', content],
  ] as const) {
    const other = await open();
    await explorable(other.page);
    const asked: string[] = [];
    other.context.on('request', (request) => asked.push(request.url()));
    await dropFiles(other.page.locator('body'), [{ name: 'corpus.parable', content: file }]);
    await encoder(other.page, `Encoder: ${name}`).waitFor();
    await mapOf(other.page, 5);
    await readDocument(other.page, 'Lamp');
    expect(asked.filter((url) => url.includes('/models/'))).toEqual([]);
    await other.page.reload();
    await encoder(other.page, `Encoder: ${name}`).waitFor();
    await mapOf(other.page, 5);
  }
});

test('removing everything removes vectors that came along', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await useVectors(page);
  await page.getByRole('button', { name: 'Remove all my documents' }).click();
  await encoder(page, BUNDLED).waitFor();
  await mapOf(page, DEMO.documents);
  await encoder(page, BUNDLED).click();
  const encoders = page.getByRole('list', { name: 'Encoders' });
  await encoders.waitFor();
  await page.getByRole('button', { name: 'Use their-model' }).waitFor({ state: 'detached' });
  const kept = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('parable-given');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('rows').objectStore('rows').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
  expect(kept).toBe(0);
});
