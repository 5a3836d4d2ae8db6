import type { Frame, Page, Worker } from 'playwright';

/** The ways out that `tryToLeak` takes, by the path that each asks the sink for. */
export const WAYS_OUT = {
  page: ['GET fetch', 'SOCKET socket', 'POST beacon', 'GET image', 'GET script', 'GET style'],
  worker: ['GET fetch', 'SOCKET socket'],
} as const;

/** What the sink would have recorded had every way out of `from` been open. */
export function allLeaks(kind: keyof typeof WAYS_OUT, from: string): string[] {
  return WAYS_OUT[kind].map((way) => way.replace(' ', ` /${from}/`));
}

/** Tries to reach the sink from inside the page, a frame of it or one of its workers, each way once. */
export async function tryToLeak(
  where: Page | Frame | Worker,
  sink: string,
  from: string,
): Promise<void> {
  const base = `${sink}${from}/`;
  if (!('goto' in where)) {
    await where.evaluate(connect, base);
    return;
  }
  await where.evaluate(connect, base);
  await where.evaluate(load, base);
}

/** Runs where it is sent: by the two ways that pages and workers share. */
async function connect(base: string): Promise<void> {
  const socket = new Promise((resolve) => {
    const asked = new WebSocket(`${base.replace('http', 'ws')}socket`);
    asked.onclose = asked.onerror = resolve;
  });
  await Promise.allSettled([fetch(`${base}fetch`), socket]);
}

/** Runs on the page: by what only a document can load. */
async function load(base: string): Promise<void> {
  navigator.sendBeacon(`${base}beacon`);
  const settled = (element: HTMLElement): Promise<unknown> =>
    new Promise((resolve) => {
      element.onload = element.onerror = resolve;
      document.head.append(element);
    });
  const image = Object.assign(document.createElement('img'), { src: `${base}image` });
  const script = Object.assign(document.createElement('script'), { src: `${base}script` });
  const style = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: `${base}style`,
  });
  await Promise.all([image, script, style].map(settled));
}
