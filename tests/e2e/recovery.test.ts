import { expect } from 'vitest';
import { embedded, explorable, importFiles, mapOf, previewFiles, reachOf } from './harness/app.ts';
import type { Dropped } from './harness/drop.ts';
import { DEMO } from './harness/demo.ts';
import { keptVectors } from './harness/kept-vectors.ts';
import { test } from './harness/test.ts';
import { killWorker } from './harness/workers.ts';

/** One passage a document; every word differs from document to document. */
function manyDocuments(count: number): Dropped {
  const lines = Array.from({ length: count }, (_, i) => {
    const text = `Entry ${i}. The harbour book notes vessel ${i * 7} with ${i % 13} crew. `.repeat(
      6,
    );
    return JSON.stringify({ title: `Entry ${i}`, text });
  });
  return { name: 'entries.jsonl', content: lines.join('\n') };
}

test('a killed encoder is started anew and gives the same vectors', async ({ open }) => {
  const file = manyDocuments(3000);
  const calm = await open();
  await explorable(calm.page);
  await importFiles(calm.page, [file]);
  await mapOf(calm.page, DEMO.documents + 3_000);
  const expected = await keptVectors(calm.page);

  const rough = await open();
  await explorable(rough.page);
  await previewFiles(rough.page, [file]);
  await rough.page.getByRole('button', { name: /^Add \d/ }).click();
  await rough.page.getByText(/^Embedding: [1-9]/).waitFor();
  await killWorker(rough.page, 'encoder');
  await mapOf(rough.page, DEMO.documents + 3_000);
  await embedded(rough.page);
  expect(Object.keys(expected).length).toBeGreaterThan(2900);
  expect(await keptVectors(rough.page)).toEqual(expected);
});

test('a killed analysis comes back with everything it knew', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [manyDocuments(5)]);
  await killWorker(page, 'analysis');
  await reachOf(page, 'The Friday Migration');
  await page.getByText(`of ${DEMO.training + 5} documents are closer than all but`).waitFor();
});

test('a killed layout and a killed ingest are started anew when next needed', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await killWorker(page, 'layout');
  await importFiles(page, [manyDocuments(2)]);
  await killWorker(page, 'ingest');
  await importFiles(page, [{ name: 'later.txt', content: 'Later came the tide. '.repeat(20) }]);
  await mapOf(page, DEMO.documents + 3);
});

test('the page answers while passages are embedded, and a cancel keeps what is done', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await previewFiles(page, [manyDocuments(6000)]);
  await page.getByRole('button', { name: /^Add \d/ }).click();
  await page.getByText(/^Embedding: [1-9]/).waitFor();
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/documents? (is|are) not on the map yet/).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await mapOf(page, DEMO.documents + 6_000);
});
