import { expect } from 'vitest';
import { explorable, readDocument } from './harness/app.ts';
import { test } from './harness/test.ts';

test('the map says how true it is, of the whole and of what is selected', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.getByText('Faithfulness', { exact: true }).click();
  const panel = page.getByRole('region', { name: 'Faithfulness of this map' });
  await expect.poll(() => panel.textContent()).toMatch(/Trustworthiness 0\.\d\d/);
  expect(await panel.textContent()).toMatch(/Continuity 0\.\d\d/);
  expect(await panel.textContent()).toContain('PCA has no seed');
  expect(await panel.textContent()).toContain('differ by no more than chance');
  await readDocument(page, 'The Friday Migration');
  await panel.getByText(/^Of the 15 marks nearest to the selected one/).waitFor();
  await page.getByText(/dotted ones to marks that are near on the map alone/).waitFor();
});

test('five other seeds are compared with a map by UMAP', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.getByText('Faithfulness', { exact: true }).click();
  await page.getByText('UMAP', { exact: true }).click();
  await page.getByRole('button', { name: 'Compare five other seeds' }).click();
  await page.getByText(/of neighbours in common, shapes/).waitFor();
});

test('regions are named by their words, and without those that are struck out', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await page.getByRole('button', { name: 'Regions', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Regions of the map' });
  const first = sheet.locator('li strong').first();
  const name = (await first.textContent())!;
  const word = name.split(',')[0]!;
  await sheet.getByRole('textbox').fill(word);
  await sheet.getByRole('textbox').blur();
  await expect.poll(() => first.textContent()).not.toBe(name);
  expect((await first.textContent())!.split(', ')).not.toContain(word);
});
