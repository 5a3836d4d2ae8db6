import type { Locator, Page } from 'playwright';
import { dropFiles, type Dropped } from './drop.ts';

/** What a person does on the page, in the words that the page uses. */

/** Waits until the map says that it shows so many documents, or what `shown` matches. */
export async function mapOf(page: Page, shown: number | RegExp): Promise<void> {
  const name =
    typeof shown === 'number'
      ? new RegExp(`^Map of ${shown.toLocaleString('en')} documents?\\b`)
      : shown;
  await page.getByRole('application', { name }).waitFor();
}

/** Waits until the demo is explorable. */
export async function explorable(page: Page): Promise<void> {
  await mapOf(page, /^Map of \d/);
}

/** Drops files on the page and waits for their preview. */
export async function previewFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  await dropFiles(page.locator('body'), files);
  await page.getByRole('heading', { name: /documents? found|No documents found/ }).waitFor();
}

/** Drops files on the page, accepts the preview as it is, and waits until all is embedded. */
export async function importFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  await previewFiles(page, files);
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await page.getByText(/documents? added/).waitFor();
  await embedded(page);
}

/** Waits until the map shows as many documents as the corpus has. */
export async function embedded(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const numbers = (text = ''): number[] =>
      (text.match(/\d[\d,]*/g) ?? []).map((each) => Number(each.replaceAll(',', '')));
    const map = document.querySelector('[role="application"]')?.getAttribute('aria-label');
    const corpus = numbers(document.querySelector('header')?.innerText);
    return numbers(map ?? '')[0] === (corpus[0] ?? 0) + (corpus[1] ?? 0);
  });
}

/** Waits until nothing is left to embed, after a change of encoder: the old map stays meanwhile. */
export async function allEmbedded(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: 'Embedding' })
    .waitFor({ state: 'detached', timeout: 120_000 });
}

/** A document among what the search has found, not the offer to take the title as a situation. */
export function found(page: Page, title: string): Locator {
  return page
    .getByRole('option', { name: title })
    .filter({ hasNotText: 'See what reaches this situation' })
    .first();
}

/** Finds a document by its title and opens it in the reader. */
export async function readDocument(page: Page, title: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search documents' }).fill(title);
  await found(page, title).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** Opens Reach for a scenario by its title. */
export async function reachOf(page: Page, scenario: string): Promise<void> {
  await readDocument(page, scenario);
  await page.getByRole('button', { name: 'What reaches it?' }).click();
  await page.getByText('Documents related to this scenario').waitFor();
}

/** Waits until leaving the page would lose nothing: until then it asks the reader, who is not there. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
}
