import type { Page } from 'playwright';
import { expect } from 'vitest';
import { explorable, saved } from './harness/app.ts';
import { test } from './harness/test.ts';

test('stance: what is supported and what is not, and the map coloured by it', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.keyboard.press('3');
  const card = (name: string) =>
    page.getByRole('list', { name: 'Axes' }).getByRole('listitem').filter({ hasText: name });
  await card('does not say why').getByText('Supported', { exact: true }).waitFor();
  await card('against them').getByText('Not supported', { exact: true }).waitFor();
  await page.getByText(/Counting words tells the twins apart as well/).waitFor();

  await card('against them').getByRole('button', { name: 'value' }).click();
  await page.getByText(/9 of 12 twins the right way round; that does not/).waitFor();
  await page.getByText('List', { exact: true }).click();
  await page
    .getByRole('button', { name: /^The Ness Light|example of “for the values”/ })
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/document=/);

  await page.keyboard.press('1');
  await explorable(page);
  await page.getByText('Stance', { exact: true }).last().click();
  await page.getByText('The axis “value” is not supported, so it colours nothing.').waitFor();
  await page.getByLabel('Axis').selectOption('says why');
  await page.getByText('most “says why” here').waitFor();
});

async function makeWarmth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make an axis' }).click();
  await page.getByLabel('Name of the axis').fill('Warmth');
  for (const pole of ['other pole', 'one pole']) {
    const section = page.getByRole('region', { name: pole });
    await section.getByLabel(/Write or paste/).fill(`She wrote an example of ${pole}.`);
    await section.getByLabel('Its topic, if any').fill('letters');
    await section.getByRole('button', { name: 'Add text' }).click();
  }
  await page.getByText('1 and 1 example on 1 topic').waitFor();
}

test('an axis of one’s own survives a reload', async ({ open }) => {
  const { page } = await open({ path: '#v1?view=stance' });
  await makeWarmth(page);
  await page.getByText(/It has fewer than 6 examples/).waitFor();
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Warmth' }).waitFor();
  await page.getByText('She wrote an example of one pole.').waitFor();
  await page.getByText('1 and 1 example on 1 topic').waitFor();
});

test('an axis for which there is no room serves until the page is closed', async ({ open }) => {
  const { page } = await open({ path: '#v1?view=stance', storage: 1 });
  await makeWarmth(page);
  await page
    .getByText(/storage for the page is full/)
    .first()
    .waitFor();
  await page.getByText(/It has fewer than 6 examples/).waitFor();
});
