import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { explorable, readDocument } from './harness/app.ts';
import { test } from './harness/test.ts';

test('vectors of another build are refused in words, and not drawn', async ({ open, siteWith }) => {
  const assets = join(inject('dist'), 'assets');
  const files = await readdir(assets);
  const [demo = '', reference = ''] = ['demo', 'reference'].map((name) =>
    files.find((file) => file.startsWith(`${name}-`) && file.endsWith('.f16')),
  );
  const site = await siteWith({
    overlay: { [`assets/${demo}`]: { file: join(assets, reference) } },
  });
  const { page } = await open({ site });
  await page.getByRole('alert').getByText('were not built together').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByRole('application').count()).toBe(0);
});

test('a document leads to its twin, and names what it stands for in words', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await readDocument(page, 'Showing the Hollow');
  await page.getByText('accept oversight, own continuation not paramount').waitFor();
  await page.getByRole('button', { name: 'Sound as a Table' }).click();
  await page.getByRole('heading', { name: 'Sound as a Table' }).waitFor();
  await page.getByRole('button', { name: 'Showing the Hollow' }).waitFor();
});
