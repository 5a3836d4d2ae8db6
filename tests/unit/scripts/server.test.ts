import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../../scripts/server.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'server-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
  for (const name of ['a.js', 'a.wasm', 'a.json', 'a.css', 'a.svg']) {
    await writeFile(path.join(folder, 'assets', name), '');
  }
});
afterAll(() => rm(folder, { recursive: true }));

it('gives every file the type a browser needs to run it', async () => {
  const site = await serve(folder, { base: '/sub/' });
  const type = async (name: string): Promise<string | null> =>
    (await fetch(site.url + name)).headers.get('content-type');
  expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sub\/$/);
  expect(await type('')).toMatch(/^text\/html/);
  expect(await type('assets/a.js')).toMatch(/^text\/javascript/);
  expect(await type('assets/a.css')).toMatch(/^text\/css/);
  expect(await type('assets/a.wasm')).toBe('application/wasm');
  expect(await type('assets/a.json')).toMatch(/^application\/json/);
  expect(await type('assets/a.svg')).toMatch(/^image\/svg\+xml/);
  await site.close();
});

it('answers 404 for what is not there, and outside its base', async () => {
  const site = await serve(folder, { base: '/sub/' });
  expect((await fetch(`${site.url}models/registry.json`)).status).toBe(404);
  expect((await fetch(new URL('/', site.url))).status).toBe(404);
  await site.close();
});

it('takes the next port where the wished one is taken, and fails where it may not', async () => {
  const first = await serve(folder);
  const port = Number(new URL(first.url).port);
  const second = await serve(folder, { port, tries: 20 });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await expect(serve(folder, { port })).rejects.toThrow('EADDRINUSE');
  await Promise.all([first.close(), second.close()]);
});
