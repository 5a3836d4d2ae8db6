import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { tinyStatic } from '../../scripts/tiny-static.ts';
import { explorable } from './harness/app.ts';
import { dropPaths } from './harness/drop.ts';
import { test } from './harness/test.ts';

let temporary: string;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'parable-agreement-'));
  await mkdir(path.join(temporary, 'tiny-static'));
  for (const [name, bytes] of tinyStatic(1)) {
    await writeFile(path.join(temporary, 'tiny-static', name), bytes);
  }
});

afterAll(() => rm(temporary, { recursive: true }));

test('the bundled encoder is compared with one’s own, and a robust pair is opened and marked', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await dropPaths(page, [path.join(temporary, 'tiny-static')]);
  await page.getByRole('button', { name: 'Leave it' }).waitFor();
  await page.getByRole('button', { name: 'Use it as the encoder' }).click();
  await page.getByRole('button', { name: 'Encoder: tiny-static', exact: true }).click();
  await page.getByRole('button', { name: 'Use Parable static 100d' }).click();
  await page.getByText('Texts are compared by Parable static 100d now.').waitFor();

  await page.getByRole('button', { name: 'Compare encoders and corrections…' }).click();
  const sheet = page.getByRole('dialog', { name: 'What stays when the encoder changes' });
  await sheet.getByRole('radio', { name: 'tiny-static' }).check();
  await sheet.getByRole('button', { name: 'Compare', exact: true }).click();
  const against = sheet.getByRole('table', { name: 'In use against tiny-static' });
  await against.waitFor();
  expect(await against.getByRole('row').count()).toBe(5);
  const centred = against.getByRole('row', { name: /^Centred/ });
  expect(await centred.innerText()).toMatch(/[+−]?0\.\d\d \([+−]?\d\.\d\d to [+−]?\d\.\d\d\)/);
  expect(await sheet.getByText(/in all 8 combinations/).count()).toBe(1);

  await sheet.getByRole('radio', { name: 'Only the corrections' }).check();
  await sheet.getByRole('button', { name: 'Compare again' }).click();
  await sheet.getByText(/in all 4 combinations/).waitFor();
  const first = sheet.getByRole('listitem').getByRole('button').first();
  await first.click();
  await sheet.waitFor({ state: 'detached' });
  const chosen = page.getByRole('main', { name: 'View' }).locator('[aria-current="true"]');
  await chosen.getByText('robust', { exact: true }).waitFor();
});
