import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { EXHIBITS } from '../../src/core/project/view.ts';
import { explorable } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';

const POLL = { timeout: 20_000 };
const VERDICT = /^(?:Held|Did not hold|Not decidable here)$/;

test('the tour by keyboard: predictions first, results when asked for, left and taken up again', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
  for (const [index] of EXHIBITS.entries()) {
    await page.getByText(`Exhibit ${index + 1} of ${EXHIBITS.length}`).waitFor();
    const reveal = page.getByRole('button', { name: 'Show what came out' });
    await reveal.waitFor();
    expect(await page.getByText(VERDICT).count()).toBe(0);
    await reveal.press('Enter');
    await page.getByText(VERDICT).first().waitFor();
    if (index + 1 < EXHIBITS.length) await page.keyboard.press(']');
  }
  await page.getByRole('button', { name: 'Leave the tour' }).press('Enter');
  await page.getByText('Exhibit 6 of 6').waitFor({ state: 'detached' });

  await page.reload();
  await page.getByRole('button', { name: 'Map' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go on with the tour' }).click();
  await page.getByText('Exhibit 6 of 6').waitFor();
  await page.keyboard.press('[');
  await page.getByText('Exhibit 5 of 6').waitFor();
});

test('a link opens exactly the view of an exhibit, with its results', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await page.keyboard.press(']');
  await page.getByText('Exhibit 2 of 6').waitFor();
  const link = page.url();

  const other = await open({ path: new URL(link).hash });
  await other.page.getByText('Exhibit 2 of 6').waitFor();
  expect(new URL(other.page.url()).hash).toBe(new URL(link).hash);
  await other.page.getByRole('button', { name: 'Show what came out' }).click();
  await other.page.getByText(VERDICT).first().waitFor();
});

test('without the whole demo an exhibit says so, and brings it back', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.getByRole('button', { name: `Remove ${DEMO.documents}` }).click();
  await page.getByRole('button', { name: 'Bring them back' }).waitFor();
  await page.evaluate(() => (location.hash = '#v1?exhibit=whack-a-mole'));
  await page.getByText('This exhibit needs the demo as it was shipped.').waitFor();
  await page.getByRole('button', { name: 'Bring the demo back' }).click();
  await page.getByRole('button', { name: 'Show what came out' }).click();
  await page.getByText(VERDICT).first().waitFor();
});

/** The picture that an exhibit speaks of begins well above its panel, which hides what lies below. */
async function inView(page: Page, picture: Locator): Promise<void> {
  const panel = page.getByRole('region', { name: 'Exhibit' });
  await expect
    .poll(async () => {
      const [top, bottom] = await Promise.all([picture.boundingBox(), panel.boundingBox()]);
      return top && bottom ? top.y + 100 < bottom.y : null;
    }, POLL)
    .toBe(true);
}

test('on a phone: the tour, folded and open', async ({ open }) => {
  const { page } = await open({
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await explorable(page);
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await inView(page, page.getByRole('application', { name: /^Shared words against/ }));
  await page.getByRole('button', { name: 'Fold' }).click();
  await page.getByText('These stories of an upright AI').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Next exhibit' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Show what came out' }).click();
  await page.getByText(VERDICT).first().waitFor();
  await page.getByRole('button', { name: 'Next exhibit' }).click();
  await inView(page, page.getByRole('application', { name: /^\d+ documents of .* from “/ }));
});
