import type { Locator } from 'playwright';
import { expect } from 'vitest';
import { explorable, readDocument } from './harness/app.ts';
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
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  expect(await focused()).toBe('MAIN');
  await page.getByText(/Documents related to this scenario|Scenarios that this document/).waitFor();
  await page.keyboard.press('1');
  await explorable(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => location.hash)).not.toMatch(/document=|scenario=/);
});

test('the focus is never lost: closing the keys, or what is read, leaves it on the view', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  const view = page.getByRole('main');
  const focusOnView = (): Promise<void> => expect.poll(() => isFocused(view)).toBe(true);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await focusOnView();
  await readDocument(page, 'The Friday Migration');
  await page.getByRole('button', { name: 'What reaches it?' }).focus();
  await page.keyboard.press('Escape');
  await focusOnView();
});

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each === document.activeElement);
