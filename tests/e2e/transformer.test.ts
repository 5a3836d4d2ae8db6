import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { main as writeTinyBert, TINY_DIMS, TINY_MAX_TOKENS } from '../../scripts/tiny-bert.ts';
import { explorable, importFiles, readDocument } from './harness/app.ts';
import type { Replacement } from './harness/site.ts';
import { test } from './harness/test.ts';

const SPEC = {
  id: 'tiny-bert',
  revision: '1',
  kind: 'transformer',
  name: 'Tiny BERT, random weights',
  dims: TINY_DIMS,
  dtype: 'float32',
  pooling: 'mean',
  maxTokens: TINY_MAX_TOKENS,
  licence: 'none needed',
  path: 'tiny-bert/',
};

/** What Chromium says when a page looks for a graphics processor where there is none. */
const NO_GRAPHICS = /No available adapters/;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parable-tiny-bert-'));
  await writeTinyBert([folder]);
});

afterAll(() => rm(folder, { recursive: true }));

/** A host's own choice of encoder: the model beside the site, and named as its default. */
async function hosted(): Promise<Record<string, Replacement>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const model = files
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).split(path.sep).join('/');
      return [`models/tiny-bert/${name}`, { file }] as const;
    });
  const registry = { schema: 1, default: SPEC.id, encoders: [SPEC] };
  return { ...Object.fromEntries(model), 'models/registry.json': JSON.stringify(registry) };
}

test('a transformer embeds the demo, the reference and a dropped document', async ({
  open,
  siteWith,
}) => {
  const site = await siteWith({ overlay: await hosted() });
  const { page } = await open({ site, expected: [NO_GRAPHICS] });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await explorable(page);
  const text = 'The gate stood open and nobody had asked for it to be closed. '.repeat(8);
  await importFiles(page, [{ name: 'gate.txt', content: text }]);
  await readDocument(page, 'gate');
  await page.getByRole('button', { name: 'What does it reach?' }).click();
  await page
    .getByText(/neutral texts of this length/)
    .first()
    .waitFor();
  expect(requests.some((request) => request.endsWith('.wasm'))).toBe(true);
});
