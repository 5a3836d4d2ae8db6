import { expect } from 'vitest';
import { explorable } from './harness/app.ts';
import { test } from './harness/test.ts';

test('with the keyboard alone: search, read, walk the map, rank, compare, and back', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await page.keyboard.press('/');
  await page.keyboard.type('Friday Migration');
  await page.getByRole('option', { name: 'The Friday Migration' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The Friday Migration' }).waitFor();

  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/document=|scenario=/);

  await page.keyboard.press('2');
  await page.getByText(/Documents related to this scenario|Scenarios that this document/).waitFor();
  await page.keyboard.press('1');
  await explorable(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => location.hash)).not.toMatch(/document=|scenario=/);
});
