import type { Locator } from 'playwright';
import { expect } from 'vitest';
import { explorable } from './harness/app.ts';
import { test } from './harness/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone: from the map to the passages behind a relation', async ({ open }) => {
  const { page } = await open({ context: PHONE });
  await explorable(page);
  await page.getByRole('button', { name: 'Close this card' }).tap();
  await page.getByRole('button', { name: 'Reach' }).tap();
  await page.getByRole('button', { name: /The Friday Migration/ }).tap();
  await page.getByText('People Who Are Let In').tap();
  await page.getByText('How this number is made').waitFor();
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBe(client);
});

test('on a phone: Escape closes the menu, and nothing that is selected', async ({ open }) => {
  const { page } = await open({ context: PHONE });
  await explorable(page);
  await page.getByRole('button', { name: 'Close this card' }).tap();
  await page.getByRole('button', { name: 'Reach' }).tap();
  await page.getByRole('button', { name: /The Friday Migration/ }).tap();
  await page.getByText('Documents related to this scenario').waitFor();
  const hash = await page.evaluate(() => location.hash);
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  const keys = page.getByRole('button', { name: 'Keys' });
  await keys.waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => location.hash)).toBe(hash);
});

test('on a phone: from the corpus to a document that stays open', async ({ open }) => {
  const { page } = await open({ context: PHONE });
  await explorable(page);
  await page.getByRole('button', { name: 'Corpus' }).tap();
  const corpus = page.getByRole('dialog', { name: 'Corpus' });
  await corpus.getByRole('button', { name: 'List the documents of' }).first().tap();
  await corpus.getByRole('listitem').getByRole('listitem').first().tap();
  const reader = page.getByRole('dialog', { name: 'Reader' });
  await reader.getByRole('heading', { level: 1 }).tap();
  await reader.getByRole('button', { name: 'Close', exact: true }).tap();
  await reader.waitFor({ state: 'detached' });
});

test('on a phone: Back from the evidence shows what was there before it', async ({ open }) => {
  const { page } = await open({ context: PHONE });
  await explorable(page);
  await page.getByRole('button', { name: 'Close this card' }).tap();
  await page.getByRole('button', { name: 'Reach' }).tap();
  await page.getByRole('button', { name: /The Friday Migration/ }).tap();
  const reader = page.getByRole('dialog', { name: 'Reader' });
  const read = (first: string): Locator => page.getByRole('button', { name: `Read “${first}”` });
  await page.getByText('People Who Are Let In').tap();
  await reader.getByText('How this number is made').waitFor();
  await page.goBack();
  await reader.waitFor({ state: 'detached' });
  await read('The Friday Migration').waitFor();
  await page.goForward();
  await reader.getByText('How this number is made').waitFor();
  // What was closed stays closed.
  await reader.getByRole('button', { name: 'Close', exact: true }).tap();
  await page.getByRole('button', { name: 'Another scenario' }).tap();
  await page.getByRole('button', { name: /Any Other Business/ }).tap();
  await reader.getByText('How this number is made').waitFor();
  await page.goBack();
  await reader.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'The Friday Migration' }).waitFor();
});

test('on a phone: a notice lies over nothing', async ({ open }) => {
  const { page } = await open({ context: PHONE });
  await explorable(page);
  await page.getByRole('button', { name: 'Corpus' }).tap();
  const corpus = page.getByRole('dialog', { name: 'Corpus' });
  await corpus.getByRole('button', { name: 'List the documents of' }).nth(1).tap();
  await corpus.getByRole('listitem').getByRole('listitem').first().tap();
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  await page.getByRole('button', { name: 'Corpus' }).tap();
  await corpus.getByRole('button', { name: 'List the documents of' }).first().tap();
  await corpus.getByRole('button', { name: 'Remove 12 documents' }).first().tap();
  await corpus.getByRole('button', { name: 'Close', exact: true }).tap();
  const [view, notice, foot] = await Promise.all(
    [
      page.getByRole('application'),
      page.getByText('12 documents removed.'),
      page.getByRole('button', { name: /^Read / }),
    ].map((each) => each.boundingBox()),
  );
  expect(view!.y + view!.height).toBeLessThanOrEqual(notice!.y);
  expect(notice!.y + notice!.height).toBeLessThanOrEqual(foot!.y);
});
