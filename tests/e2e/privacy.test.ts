import { expect } from 'vitest';
import { explorable, importFiles, readDocument } from './harness/app.ts';
import type { Visit } from './harness/browser.ts';
import type { Dropped } from './harness/drop.ts';
import { allLeaks, tryToLeak } from './harness/leaks.ts';
import type { Sink } from './harness/sink.ts';
import { test } from './harness/test.ts';
import { WORKERS, workerNamed } from './harness/workers.ts';

/** What the policy prevents is reported; the tests below provoke just that. */
const PREVENTED = [/^violation: /, /^console: .*Content Security Policy/, /^foreign: /];

const PROSE =
  'The keeper wrote down every ship that passed, the hour and the weather, and signed each line. '.repeat(
    6,
  );

/** Everything by which a document could load something or run, if any of it became markup. */
function hostile(sink: string): string {
  return [
    `![an image](${sink}markdown.png) [a link](${sink}link)`,
    `<img src="${sink}img.png" srcset="${sink}srcset.png 2x" onerror="window.ran = 'img'">`,
    `<svg onload="window.ran = 'svg'"><image href="${sink}svg.png"/></svg>`,
    `<script>window.ran = 'script'; fetch('${sink}script')</script>`,
    `<script src="${sink}external.js"></script>`,
    `<style>@import url(${sink}import.css); body { background: url(${sink}background.png) }</style>`,
    `<p style="background: url('${sink}inline.png')">styled</p>`,
    `<link rel="prefetch" href="${sink}prefetch"><link rel="stylesheet" href="${sink}sheet.css">`,
    `<iframe src="${sink}frame"></iframe><object data="${sink}object"></object>`,
    `<video src="${sink}video" autoplay></video><audio src="${sink}audio" autoplay></audio>`,
    `<meta http-equiv="refresh" content="0; url=${sink}refresh"><base href="${sink}">`,
    `<form action="${sink}form"><input autofocus onfocus="this.form.submit()"></form>`,
    `[run](javascript:window.ran='link') {@html "<img src=${sink}svelte.png>"} \${window.ran = 1}`,
  ].join('\n\n');
}

/** The same text as body, title, group name and field of every format. */
function hostileFiles(sink: string): Dropped[] {
  const text = `${hostile(sink)}\n\n${PROSE}`;
  const markup = `<img src="${sink}title.png" onerror="window.ran = 'title'">`;
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const record = { title: `JSON ${markup}`, group: markup, text: `${text} json`, topic: markup };
  const row = [`CSV ${markup}`, markup, `${text} csv`].map(quoted).join(',');
  return [
    { name: 'hostile.md', content: `# Hostile markdown\n\n${text} md` },
    { name: `${markup.replaceAll('/', '_')}.txt`, content: `${text} txt` },
    { name: 'hostile.jsonl', content: JSON.stringify(record) },
    { name: 'hostile.csv', content: `title,group,text\n${row}\n` },
  ];
}

/** Brings a document in, after which each of the four workers has had something to do. */
async function withEveryWorker({ page }: Visit): Promise<void> {
  await explorable(page);
  await importFiles(page, [{ name: 'log.txt', content: PROSE }]);
}

/** Tries every way out of the page and of each worker; gives what the sink would see at most. */
async function leakFromEverywhere({ page }: Visit, sink: Sink): Promise<string[]> {
  const leaks: string[] = [];
  for (const name of WORKERS) {
    await tryToLeak(await workerNamed(page, name), sink.url, name);
    leaks.push(...allLeaks('worker', name));
  }
  await tryToLeak(page, sink.url, 'page');
  return [...leaks, ...allLeaks('page', 'page')].sort();
}

// Once as shipped, and once without the policy: what is shown must be harmless by itself.
for (const withoutPolicy of [false, true]) {
  const where = withoutPolicy ? 'even without the policy' : 'under the policy';
  test(`a hostile document loads nothing and runs nothing, ${where}`, async ({
    open,
    siteWith,
    sink,
  }) => {
    const { page } = await open({ site: await siteWith({ withoutPolicy }) });
    await explorable(page);
    await importFiles(page, hostileFiles(sink.url));
    await readDocument(page, 'Hostile markdown');
    await page.getByText('<script src=').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(sink.requests).toEqual([]);
    expect(await page.evaluate(() => Reflect.has(window, 'ran'))).toBe(false);
    expect(await page.locator(`[src*="${sink.url}"], [href*="${sink.url}"]`).count()).toBe(0);
  });
}

test('neither the page nor any worker reaches another origin', async ({ open, sink }) => {
  const visit = await open({ expected: PREVENTED });
  await withEveryWorker(visit);
  expect(visit.problems).toEqual([]);
  await leakFromEverywhere(visit, sink);
  expect(sink.requests).toEqual([]);
  for (const name of [...WORKERS, 'page']) {
    const violation = `violation: connect-src blocked ${sink.url}${name}/fetch`;
    expect(visit.problems).toContain(violation);
  }
});

test('without the policy the same attempts arrive', async ({ open, siteWith, sink }) => {
  const site = await siteWith({ withoutPolicy: true });
  const visit = await open({ site, expected: [/./] });
  await withEveryWorker(visit);
  const leaks = await leakFromEverywhere(visit, sink);
  expect([...sink.requests].sort()).toEqual(leaks);
});
