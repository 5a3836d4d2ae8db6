import { expect } from 'vitest';
import type { Page } from 'playwright';
import { explorable, readDocument } from './harness/app.ts';
import { test } from './harness/test.ts';

declare global {
  interface Window {
    posted: number;
  }
}

/** From now on counts the messages that the page sends its workers. */
async function countMessages(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.posted = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...args: Parameters<typeof post>) {
      window.posted++;
      post.apply(this, args);
    } as typeof post;
  });
  return () => page.evaluate(() => window.posted);
}

test('moving and colouring the map asks nothing of the workers', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await readDocument(page, 'The Friday Migration');
  await page.getByText(/nearest documents/).waitFor();
  const messages = await countMessages(page);
  await page.getByRole('application').hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('camera=');
  await page.getByText('Role', { exact: true }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('colour=role');
  expect(await messages()).toBe(0);
});

test('a selection during UMAP does not start it over', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const messages = await countMessages(page);
  await page.getByText('UMAP', { exact: true }).click();
  await page.getByText('Role', { exact: true }).click();
  await page.getByText('Group', { exact: true }).click();
  await page.getByText(/UMAP keeps near marks near/).waitFor();
  // One job for the vectors and one for the layout, which may first start its worker.
  expect(await messages()).toBeLessThanOrEqual(3);
});
