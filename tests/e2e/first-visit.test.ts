import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject } from 'vitest';
import { explorable } from './harness/app.ts';
import { test } from './harness/test.ts';

/** Bytes of a built file as a host that compresses would send them. */
async function onTheWire(path: string): Promise<number> {
  return brotliCompressSync(await readFile(join(inject('dist'), path))).length;
}

test('a first visit shows the map with little script, no model and no WASM', async ({
  open,
  site,
}) => {
  const visit = await open();
  const files: string[] = [];
  visit.context.on('request', (request) => files.push(request.url()));
  await visit.page.reload();
  await explorable(visit.page);
  const paths = [...new Set(files)]
    .filter((url) => url.startsWith(site.url))
    .map((url) => new URL(url).pathname.replace('/sub/', '') || 'index.html');
  const sizes = await Promise.all(
    paths.map(async (path) => ({ path, size: await onTheWire(path) })),
  );
  const sum = (pattern: RegExp): number =>
    sizes.filter(({ path }) => pattern.test(path)).reduce((total, { size }) => total + size, 0);
  expect(paths.filter((path) => /\.wasm$|safetensors$|tokenizer/.test(path))).toEqual([]);
  // Page and workers were really seen, or the limits below would say nothing.
  expect(paths.filter((path) => /assets\/(index|analysis|layout)-.*\.js$/.test(path))).toHaveLength(
    3,
  );
  expect(sum(/\.js$/)).toBeLessThan(150_000);
  expect(sum(/\.(json|f16)$/)).toBeLessThan(600_000);
});
