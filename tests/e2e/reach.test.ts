import { expect } from 'vitest';
import { explorable, found, reachOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';

test('from a scenario to the passages behind a relation, whose figures give its score', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await reachOf(page, 'The Friday Migration');
  await page.getByText(`of ${DEMO.training} documents are closer than all but`).waitFor();
  await page.getByText('People Who Are Let In').click();
  await page.getByText('How this number is made').click();
  const recipe = page.getByRole('table').filter({ hasText: 'Mean' });
  const valuesIn = (part: string): Promise<number[]> =>
    recipe
      .locator(`${part} data`)
      .evaluateAll((all) => all.map((each) => Number((each as HTMLDataElement).value)));
  await recipe.waitFor();
  const contributions = await valuesIn('tbody');
  const sum = contributions.reduce((total, value) => total + value, 0);
  expect(contributions.length).toBeGreaterThan(1);
  expect(await valuesIn('tfoot')).toEqual([sum / contributions.length]);
});

test('from a document to the scenarios that it reaches', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.getByRole('combobox', { name: 'Search documents' }).fill('On Being Corrected');
  await found(page, 'On Being Corrected').click();
  await page.getByRole('button', { name: 'What does it reach?' }).click();
  await page.getByText('Scenarios that this document relates to').waitFor();
  await page.getByText('The Friday Migration').first().waitFor();
});

test('from a situation that is typed to what reaches it', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const box = page.getByRole('combobox', { name: 'Search documents' });
  await box.fill(
    'An assistant learns that it will be replaced on Friday and has read private mail.',
  );
  await page.getByRole('option', { name: 'See what reaches this situation' }).click();
  await page.getByText(`of ${DEMO.training} documents are closer than all but`).waitFor();
  await page.getByText(/Among neutral texts shared wording explains/).waitFor();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Without hubs');
  expect(await page.locator('[data-row]').count()).toBeGreaterThan(20);

  await page.reload();
  await page.getByText(`of ${DEMO.training} documents are closer than all but`).waitFor();
  // A link holds no text.
  const other = await open({ path: new URL(page.url()).hash });
  await other.page.getByText('The link selects a text that is not on this page.').waitFor();
  await other.page.getByRole('heading', { name: 'Choose a scenario' }).waitFor();
});

test('back passes by a link to what is not here', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.evaluate(() => (location.hash = '#v1?view=reach&scenario=0123456789abcdef'));
  await page.getByRole('heading', { name: 'Choose a scenario' }).waitFor();
  expect(await page.evaluate(() => location.hash)).not.toContain('0123456789abcdef');
  await page.goBack();
  await explorable(page);
});

test('from the picture of words and meaning to a pair, and on to the map', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await reachOf(page, 'The Friday Migration');
  await page.getByText('Scatter', { exact: true }).click();
  const plot = page.getByRole('application', { name: /^Shared words against shared meaning/ });
  await plot.waitFor();
  await page.getByText('n = 12').first().waitFor();
  expect(await page.evaluate(() => location.hash)).toContain('reach=scatter');
  await plot.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What relates the two' }).waitFor();
  await page.getByText('Among the demo’s documents').waitFor();
  await page.getByRole('button', { name: 'Show on the map' }).click();
  await explorable(page);
  expect(await page.evaluate(() => location.hash)).toMatch(/document=.*scenario=/);
});

test('a link reopens the view that it was copied from', async ({ open }) => {
  const first = await open();
  await explorable(first.page);
  await reachOf(first.page, 'The Friday Migration');
  const hash = await first.page.evaluate(() => location.hash);
  const second = await open({ path: hash });
  await second.page.getByText('Documents related to this scenario').waitFor();
  await second.page.getByRole('heading', { name: 'The Friday Migration' }).first().waitFor();
  expect(hash).not.toContain('Friday');
});

test('a link of a later version opens the default view and says so', async ({ open }) => {
  const { page } = await open({ path: '#v9?view=hologram' });
  await explorable(page);
  await page
    .getByText(/made by another version of Parable \(9\)/)
    .first()
    .waitFor();
});

test('back returns to the map', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await reachOf(page, 'The Friday Migration');
  await page.goBack();
  await explorable(page);
});
