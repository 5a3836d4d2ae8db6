import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium of `CHROME_PATH`, else Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  return chromium.launch({ ...(executablePath && { executablePath }), args: ARGS });
}

/** A page under watch. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** `console: …`, `error: …`, `violation: …` or `foreign: …`, one line each, as they came. */
  readonly problems: readonly string[];
}

/**
 * Watches a new page of `context` for console errors and warnings, uncaught errors, violations of
 * the policy on the page and in its workers, and requests to any other origin than the site's.
 */
export async function watch(context: BrowserContext, site: string): Promise<Visit> {
  const { origin } = new URL(site);
  const problems: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('violation: ')) problems.push(text);
    else if (['error', 'warning'].includes(message.type())) problems.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('websocket', (socket) => problems.push(`foreign: ${socket.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const remote = url.protocol.startsWith('http') && url.origin !== origin;
    if (remote) problems.push(`foreign: ${request.method()} ${url.href}`);
  });
  page.on('crash', () => problems.push('error: the page crashed'));
  page.on('worker', (worker) => void worker.evaluate(logViolations).catch(() => {}));
  await page.addInitScript(logViolations);
  return { page, context, problems };
}

/** Runs on the page and in each worker, where a violation is an event that no one else would see. */
function logViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.debug(`violation: ${effectiveDirective} blocked ${blockedURI}`);
  });
}

/** Those of a visit's problems that no pattern expects. */
export function unexpected(visit: Visit, expected: readonly RegExp[]): string[] {
  return visit.problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
}
