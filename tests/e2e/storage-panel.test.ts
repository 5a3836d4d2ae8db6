import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { tinyBert } from '../../scripts/onnx/tiny-bert-files.ts';
import { allEmbedded, explorable, importFiles, mapOf, readDocument } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { dropPaths } from './harness/drop.ts';
import { test } from './harness/test.ts';

/** One sentence, so that it is one passage, of more tokens than the tiny model reads. */
const LONG = `${'the ship and the king and '.repeat(12)}the end.`;

/** Drops a transformer's folder and takes it as the encoder. */
async function adopt(page: Page): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'parable-folder-'));
  const folder = path.join(temporary, 'my-bert');
  for (const [name, content] of tinyBert({ types: ['q8'], pooling: 'mean' })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await dropPaths(page, [folder]);
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Use it as the encoder' }).click();
  await page.getByText('Texts are compared by my-bert now.').waitFor();
  await rm(temporary, { recursive: true });
}

/** Two thousand passages go through a transformer, and two cores may be shared. */
const EMBEDDING_TIMEOUT = 180_000;

const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true });

test(
  'what is kept is listed and freed, and what an encoder leaves out is said',
  async ({ open }) => {
    const { page } = await open();
    await explorable(page);
    await importFiles(page, [{ name: 'endless.txt', content: LONG }]);
    await adopt(page);
    await allEmbedded(page);

    await readDocument(page, 'endless');
    await page
      .getByText(/^Passage 1 is longer than the 64 tokens that the encoder reads;/)
      .waitFor();
    await page.getByRole('button', { name: 'Encoder: my-bert', exact: true }).click();
    await page
      .getByText(/\d+ passages? of \d+ documents? (?:is|are) longer than the 64 tokens/)
      .waitFor();
    await page.getByRole('button', { name: 'Storage…' }).last().click();

    const sheet = page.getByRole('dialog', { name: 'Storage' });
    await sheet.getByText(/ MB of the .* that this browser lets the site keep: /).waitFor();
    const model = list(page, 'Models').getByRole('listitem').filter({ hasText: 'my-bert' });
    await model.getByText('Its files').click();
    await model.getByText(/^onnx\/model_quantized\.onnx, 0\.\d+ MB/).waitFor();
    const vectors = list(page, 'Vectors of passages').getByRole('listitem');
    await vectors
      .filter({ hasText: 'my-bert/q8/mean' })
      .getByText(/^1,\d{3} passages, .* The encoder in use\.$/)
      .waitFor();
    // Only the long text was embedded with the site's own: the demo came with its vectors.
    await vectors
      .filter({ hasText: 'parable-static-100d' })
      .getByText(/^\d passages?, /)
      .waitFor();
    await list(page, 'Your documents').getByText('1 document, ').waitFor();

    await sheet.getByRole('button', { name: /^Free parable-static-100d/ }).click();
    await vectors.filter({ hasText: 'parable-static-100d' }).waitFor({ state: 'detached' });
    expect(await vectors.count()).toBe(1);

    await sheet.getByRole('button', { name: 'Free everything' }).click();
    await sheet.getByRole('button', { name: 'Keep it', exact: true }).click();
    await sheet.getByRole('button', { name: 'Free everything' }).click();
    await sheet.getByRole('button', { name: /^Yes, free/ }).click();
    await sheet.getByText('None but those of the site').waitFor();
    await vectors.first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Encoder: Parable static 100d', exact: true }).waitFor();
    await mapOf(page, DEMO.documents);
  },
  EMBEDDING_TIMEOUT,
);
