import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browser.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'browser-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A program of the given name that ends with the given exit code. */
async function program(name: string, code = 0): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\nexit ${code}\n`);
  await chmod(file, 0o755);
  return file;
}

it('takes CHROME_PATH before anything else', async () => {
  const named = await program('mine');
  const own = await program('own');
  expect(await findBrowser({ CHROME_PATH: named, PATH: folder }, own)).toBe(named);
});

it('says so when CHROME_PATH names nothing, instead of testing in another browser', async () => {
  const missing = path.join(folder, 'missing');
  await program('chromium');
  await expect(findBrowser({ CHROME_PATH: missing, PATH: folder })).rejects.toThrow(missing);
});

it('prefers Playwright’s own to an installed one', async () => {
  const own = await program('own');
  await program('chromium');
  expect(await findBrowser({ PATH: folder }, own)).toBe(own);
});

it('passes over a browser that does not start', async () => {
  const own = await program('own', 127);
  const installed = await program('google-chrome');
  expect(await findBrowser({ PATH: folder }, own)).toBe(installed);
});
