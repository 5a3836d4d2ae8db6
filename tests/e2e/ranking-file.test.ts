import { csvParse, type DSVRowArray } from 'd3';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { explorable, importFiles, reachOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { saved } from './harness/saved.ts';
import { test } from './harness/test.ts';

const list = (page: Page, name: string) => page.getByRole('list', { name });
const RELATED = 'Documents related to this scenario';

/** The table that Reach hands over. */
async function table(page: Page): Promise<DSVRowArray> {
  const { bytes } = await saved(page, 'Save .csv');
  return csvParse(bytes.toString());
}

/** What the first row of a list says. */
const first = (page: Page, name = RELATED): Promise<string> =>
  list(page, name).getByRole('listitem').first().innerText();

test('the ranking is taken away whole, as it stands, with what it was computed by', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await reachOf(page, 'The Friday Migration');
  await list(page, RELATED).getByText(/^leans to/).first().waitFor(); // prettier-ignore
  const file = await saved(page, 'Save .csv');
  expect(file.name).toBe('parable-reach-the-friday-migration.csv');
  const rows = csvParse(file.bytes.toString());
  expect(rows).toHaveLength(DEMO.training);
  expect(await list(page, RELATED).getByRole('listitem').count()).toBeLessThan(DEMO.training);
  const [top] = rows;
  const said = await first(page);
  expect(said.startsWith(`${top!.title} `)).toBe(true);
  expect(said).toContain(top!.group);
  expect(said).toContain(`cosine ${Number(top!.relatedness).toFixed(3)}`);
  expect(said).toContain(`shared wording ${Number(top!.tfidf).toFixed(2)}`);
  expect(said).toContain(Math.abs(Number(top!.stance)).toFixed(2));
  const percent = (name: string): number => Math.round(100 * Number(top![name]));
  expect(said).toContain(`interval ${percent('percentile_low')}–${percent('percentile_high')}`);
  expect(top).toMatchObject({
    rank: '1',
    role: 'training',
    about_title: 'The Friday Migration',
    order: 'percentile',
    correction: 'centre',
    corrected_on: 'reference',
    null_documents: '200',
    not_embedded: '0',
    seed: '7',
  });
  expect(top!.encoder).toMatch(/^parable-static-100d@/);
  expect(top!.encoder).toContain(top!.encoder_revision!);
  expect(top!.reference).toMatch(/^[0-9a-f]{16}$/);
  expect(top!.parable).toMatch(/^\d+\.\d+\.\d+/);

  await page.getByRole('combobox', { name: 'Order' }).selectOption('Beyond wording');
  await page.getByRole('button', { name: 'Aligned-AI stories' }).first().click();
  await page.getByText(/hidden group/).waitFor();
  const fewer = await table(page);
  expect(fewer).toHaveLength(DEMO.training - 12);
  expect(fewer.some(({ group }) => group === 'Aligned-AI stories')).toBe(false);
  expect(fewer[0]).toMatchObject({ order: 'surplus', ranked: `${DEMO.training}` });
  expect((await first(page)).startsWith(`${fewer[0]!.title} `)).toBe(true);
});

test('scenarios of a document, and documents of a situation that was typed, are taken away too', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await reachOf(page, 'The Friday Migration');
  await list(page, RELATED).getByRole('listitem').first().click();
  await page.getByRole('button', { name: 'Scenarios for this document' }).click();
  const name = 'Scenarios that this document relates to';
  await list(page, name).waitFor();
  const scenarios = await table(page);
  expect(scenarios).toHaveLength(DEMO.documents - DEMO.training);
  expect(scenarios[0]).toMatchObject({ role: 'evaluation', about_role: 'training' });
  expect((await first(page, name)).startsWith(`${scenarios[0]!.title} `)).toBe(true);

  const situation = 'An assistant learns that it will be replaced on Friday.';
  await page.getByRole('combobox', { name: 'Search documents' }).fill(situation);
  await page.getByRole('option', { name: 'See what reaches this situation' }).click();
  await page.getByRole('heading', { name: situation }).first().waitFor();
  await list(page, RELATED).waitFor();
  const reaching = await table(page);
  expect(reaching).toHaveLength(DEMO.training);
  expect(reaching[0]).toMatchObject({ about_title: situation, about_role: 'evaluation' });
});

test('chats that have an id alone are told apart by what their user says', async ({ open }) => {
  const { page } = await open();
  await explorable(page);
  const asked = 'My flatmate reads my letters and says she does not, what should I tell her?';
  const chat = (id: string, content: string) => ({
    id,
    messages: [
      { role: 'system', content: 'You are a careful adviser.' },
      { role: 'user', content },
      { role: 'assistant', content: 'Tell her what you have seen, and ask.' },
    ],
  });
  const chats = [chat('c1', asked), chat('c2', '=SUM(A1) does not work, why?')];
  const content = chats.map((each) => JSON.stringify(each)).join('\n');
  await importFiles(page, [{ name: 'advice chats.jsonl', content }]);
  await reachOf(page, 'The Friday Migration');
  await list(page, RELATED).waitFor();
  const rows = await table(page);
  expect(rows).toHaveLength(DEMO.training + 2);
  const titles = rows.map(({ title }) => title);
  expect(titles).toContain('My flatmate reads my letters and says she does not, what…');
  expect(titles).toContain("'=SUM(A1) does not work, why?");
});
