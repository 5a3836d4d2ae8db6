import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright';
import { test as base, expect, inject } from 'vitest';
import { openBrowser, unexpected, watch, type Visit } from './browser.ts';
import { limitStorage } from './quota.ts';
import { openSink, type Sink } from './sink.ts';
import { serveSite, type Site, type SiteOptions } from './site.ts';

export interface OpenOptions {
  /** Where to go: the file's own site if not given. */
  readonly site?: Site;
  /** Path, query and hash below the site's address. */
  readonly path?: string;
  /** Problems that this test means to cause; any other fails it. */
  readonly expected?: readonly RegExp[];
  /** Another page of the same browser profile: the same storage, as a second tab has. */
  readonly beside?: Visit;
  /** Bytes that the site may store; unlimited if not given. */
  readonly storage?: number;
  readonly context?: BrowserContextOptions;
}

interface Fixtures {
  browser: Browser;
  /** The built site, as it is. */
  site: Site;
  /** A foreign origin, fresh for each test. */
  sink: Sink;
  /** Serves a changed copy of the site until the test ends. */
  siteWith: (options: SiteOptions) => Promise<Site>;
  /** Opens a watched page; it must be free of unexpected problems when the test ends. */
  open: (options?: OpenOptions) => Promise<Visit>;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  site: [
    async ({}, use) => {
      const site = await serveSite(inject('dist'));
      await use(site);
      await site.close();
    },
    { scope: 'file' },
  ],
  sink: async ({}, use) => {
    const sink = await openSink();
    await use(sink);
    await sink.close();
  },
  siteWith: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (options) => {
      const site = await serveSite(inject('dist'), options);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.close();
  },
  open: async ({ browser, site }, use) => {
    const contexts = new Set<BrowserContext>();
    const visits: { visit: Visit; expected: readonly RegExp[] }[] = [];
    await use(async (options = {}) => {
      const { path = '', expected = [], beside, storage } = options;
      const { url } = options.site ?? site;
      const context = beside?.context ?? (await browser.newContext(options.context));
      contexts.add(context);
      const visit = await watch(context, url);
      visits.push({ visit, expected });
      if (storage !== undefined) await limitStorage(visit.page, url, storage);
      await visit.page.goto(url + path);
      return visit;
    });
    for (const context of contexts) await context.close();
    expect(visits.flatMap(({ visit, expected }) => unexpected(visit, expected))).toEqual([]);
  },
});
