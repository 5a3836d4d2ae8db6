import type { Page } from 'playwright';

/**
 * Leaves the site `bytes` of storage, by the browser's own quota: what goes beyond it, from the page
 * or a worker, fails with a real QuotaExceededError. Only before the site's first write is it exact:
 * the browser remembers the free space that it last saw.
 */
export async function limitStorage(page: Page, site: string, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(site);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}
