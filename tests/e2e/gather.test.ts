import { expect } from 'vitest';
import type { Page } from 'playwright';
import { explorable, reachOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { saved } from './harness/saved.ts';
import { test } from './harness/test.ts';

/** Width and height of a PNG file, from its header. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Draws round the left half of the map. */
async function lasso(page: Page): Promise<void> {
  const box = (await page.getByRole('application').boundingBox())!;
  const at = (x: number, y: number): [number, number] => [box.x + x * box.width, box.y + y * box.height]; // prettier-ignore
  await page.keyboard.press('l');
  await page.mouse.move(...at(0.02, 0.05));
  await page.mouse.down();
  for (const [x, y] of [[0.5, 0.05], [0.5, 0.9], [0.02, 0.9]] as const) await page.mouse.move(...at(x, y), { steps: 5 }); // prettier-ignore
  await page.mouse.up();
}

const bar = (page: Page) => page.getByRole('region', { name: 'Gathered documents' });

test('a lasso gathers, and what is gathered becomes a group, a file, and a question', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await lasso(page);
  await bar(page)
    .getByText(/\d+ documents/)
    .waitFor();
  const gathered = /(\d+) documents(?:, (\d+) scenario)?/.exec(await bar(page).innerText())!;
  const training = Number(gathered[1]);
  const all = training + Number(gathered[2] ?? 0);

  const jsonl = await saved(page, 'Save .jsonl');
  const lines = jsonl.bytes.toString().trimEnd().split('\n');
  expect(lines).toHaveLength(all);
  const first = JSON.parse(lines[0]!) as Record<string, string>;
  expect(first.id).toMatch(/^[0-9a-f]{16}$/);
  expect(first.text?.length).toBeGreaterThan(100);
  const csv = await saved(page, 'Save .csv');
  expect(csv.bytes.toString()).toMatch(/^id,role,group,title,text/);

  await page.getByRole('button', { name: 'New group…' }).click();
  await page.getByRole('textbox', { name: 'Name of the new group' }).fill('Kept aside');
  await page.keyboard.press('Enter');
  const group = page.getByRole('complementary', { name: 'Corpus' }).getByText('Kept aside').first();
  await group.waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await group.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'What do they reach?' }).click();
  await page.getByRole('columnheader', { name: 'Median percentile' }).waitFor();
  await page.getByRole('rowheader').first().getByRole('button').click();
  await page.getByLabel(`Only the ${training} gathered`).check();
  await expect
    .poll(() =>
      page
        .getByRole('list', { name: /related/i })
        .getByRole('listitem')
        .count(),
    )
    .toBeGreaterThan(0);
});

test('looking can be taken back and done again without touching the corpus', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await lasso(page);
  await bar(page).waitFor();
  await page.keyboard.press('z');
  await bar(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+Z');
  await bar(page).waitFor();
  // First the tool is put away, then what is gathered.
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Move' }).and(page.locator(':checked')).waitFor();
  await bar(page).waitFor();
  await page.keyboard.press('Escape');
  await bar(page).waitFor({ state: 'detached' });
});

test('the table has what the map has, by keyboard alone', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  await page.keyboard.press('t');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(DEMO.documents + 1));
  await page.getByRole('searchbox').fill('scenarios');
  await page.getByText(/^\d+ of \d+ rows$/).waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await bar(page).getByText('1 scenario').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'What reaches it?' }).waitFor();
  await page.getByRole('button', { name: 'Title' }).click();
  await page.getByRole('columnheader', { name: /Title/ }).and(page.locator('[aria-sort=ascending]')).waitFor(); // prettier-ignore
  await page.getByRole('button', { name: 'Back to the map' }).click();
  await explorable(page);
});

test('map, scatter and axis are saved as pictures', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const offered = async (named: string): Promise<void> => {
    await page.getByRole('button', { name: 'Picture…' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill(`Picture <of> the ${named}`);
    const svg = await saved(page, 'Save as SVG');
    expect(svg.name).toBe(`parable-${named}.svg`);
    const text = svg.bytes.toString();
    expect(/<rect[^>]*fill/.test(text)).toBe(true);
    expect(text).toContain(`<title>Picture &lt;of&gt; the ${named}</title>`);
    expect(text).toContain('Encoder: Parable static 100d. Correction: Centred.');
    expect((text.match(/<path/g) ?? []).length).toBeGreaterThan(DEMO.training);
    // Every colour was found, and nothing in it needs a style.
    expect(text).not.toMatch(/(?:fill|stroke)=""|\sstyle=/);
    const png = await saved(page, 'Save as PNG, twice the size');
    const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(text)!;
    expect(sizeOf(png.bytes)).toEqual({
      width: Math.round(2 * Number(width)),
      height: Math.round(2 * Number(height)),
    });
    await page.getByText('Transparent').click();
    const bare = await saved(page, 'Save as SVG');
    expect(/<rect[^>]*fill/.test(bare.bytes.toString())).toBe(false);
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await offered('map');
  await reachOf(page, 'The Friday Migration');
  await page.getByText('Scatter', { exact: true }).click();
  await offered('reach');
  await page.getByRole('navigation').getByRole('button', { name: 'Stance' }).click();
  await page.getByRole('heading', { name: 'Documents along it' }).waitFor();
  await offered('stance');
});
