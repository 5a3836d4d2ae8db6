import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import CorpusPanel from '../../../../src/ui/corpus/CorpusPanel.svelte';
import { corpusOf, host, opened } from '../host.ts';

const corpus = corpusOf({
  Stories: ['The Step Stool', 'Snow in Lumps'],
  Essays: ['On Care'],
  Scenarios: ['Run Six'],
});

const documentsListed = (): Element[] => [...document.querySelectorAll('li li')];

describe('groups filter every view', () => {
  it('hides and shows one', async () => {
    const explorer = opened(corpus);
    await host(explorer, CorpusPanel);
    const essays = page.getByRole('button', { name: 'Essays', exact: true });
    await essays.click();
    expect(explorer.session.view.hidden).toEqual(['Essays']);
    await expect.element(essays).toHaveAttribute('aria-pressed', 'false');
    await essays.click();
    expect(explorer.session.view.hidden).toEqual([]);
  });

  it('shows one alone, and all again', async () => {
    const explorer = opened(corpus);
    await host(explorer, CorpusPanel);
    await page.getByRole('button', { name: 'Show only Essays' }).click();
    expect(explorer.session.view.hidden).toEqual(['Stories', 'Scenarios']);
    await page.getByRole('button', { name: 'Show all groups' }).click();
    expect(explorer.session.view.hidden).toEqual([]);
  });
});

it('renames a group, which undo takes back', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Essays' }).click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'New name for Essays' }).fill('Letters');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Letters', exact: true })).toBeVisible();
  explorer.session.undo();
  await expect.element(page.getByRole('button', { name: 'Essays', exact: true })).toBeVisible();
});

it('keeps the focus on what is renamed, or on the button where nothing was', async () => {
  await host(opened(corpus), CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Essays' }).click();
  const rename = page.getByRole('button', { name: 'Rename' });
  await rename.click();
  await expect.element(page.getByRole('textbox', { name: 'New name for Essays' })).toHaveFocus();
  await userEvent.keyboard('Letters{Enter}');
  await expect.element(page.getByRole('button', { name: 'Letters', exact: true })).toHaveFocus();
  for (const end of ['{Escape}', '{Enter}']) {
    await rename.click();
    await userEvent.keyboard(end);
    await expect.element(rename).toHaveFocus();
  }
});

it('merges a group into another, recolours it and moves one document, each to be undone', async () => {
  const explorer = opened(corpus);
  const groupsOf = (): string[] =>
    [...explorer.session.corpus.documents.values()].map(({ title, group }) => `${title}@${group}`);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Stories' }).click();
  await page.getByTitle('Colour 5').click();
  expect(explorer.session.corpus.groups.get('Stories')?.hue).toBe(5);
  await page.getByRole('button', { name: 'The Step Stool' }).click();
  await page.getByRole('combobox', { name: 'Move “The Step Stool” to' }).selectOptions('Essays');
  expect(groupsOf()).toContain('The Step Stool@Essays');
  await page.getByRole('combobox', { name: 'Move all of Stories to' }).selectOptions('Essays');
  expect(groupsOf()).toEqual([
    'The Step Stool@Essays',
    'Snow in Lumps@Essays',
    'On Care@Essays',
    'Run Six@Scenarios',
  ]);
  for (let step = 0; step < 3; step++) explorer.session.undo();
  expect(explorer.session.corpus).toEqual(corpus);
});

it('takes a document that is dragged onto a group', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  const data = new DataTransfer();
  data.setData('application/x-parable-documents', 'On Care');
  const row = page.getByRole('button', { name: 'Stories', exact: true }).element();
  row.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  expect(explorer.session.corpus.documents.get('On Care')?.group).toBe('Stories');
});

it('takes a document that is dragged to the other role, and undo takes it back', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Essays' }).click();
  const data = new DataTransfer();
  const send = (target: Element, type: string): DragEvent => {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data });
    target.dispatchEvent(event);
    return event;
  };
  send(page.getByRole('button', { name: 'On Care' }).element(), 'dragstart');
  const training = page.getByRole('group', { name: 'Training documents' }).element();
  expect(send(training, 'dragover').defaultPrevented).toBe(false);
  const scenarios = page.getByRole('group', { name: 'Scenarios' }).element();
  expect(send(scenarios, 'dragover').defaultPrevented).toBe(true);
  send(scenarios, 'drop');
  const moved = [...explorer.session.corpus.documents.values()].find(
    ({ title }) => title === 'On Care',
  );
  expect(moved?.role).toBe('evaluation');
  expect(explorer.session.corpus.groups.get(moved?.group ?? '')?.name).toBe('Essays');
  expect(explorer.notices.list).toMatchObject([{ kind: 'moved', documents: 1 }]);
  explorer.session.undo();
  expect(explorer.session.corpus).toEqual(corpus);
});

it('moves a group to the other role by its list, without a mouse', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Stories' }).click();
  await page
    .getByRole('combobox', { name: 'Move all of Stories to' })
    .selectOptions('Scenarios, under the same name');
  const roles = [...explorer.session.corpus.documents.values()].map(({ role }) => role);
  expect(roles).toEqual(['evaluation', 'evaluation', 'training', 'evaluation']);
});

it('removes a group and says so', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Stories' }).click();
  await page.getByRole('button', { name: 'Remove 2 documents' }).click();
  expect([...explorer.session.corpus.documents.keys()]).toEqual(['On Care', 'Run Six']);
  expect(explorer.notices.list).toMatchObject([{ kind: 'removed', documents: 2 }]);
});

it('lists 10,000 documents some hundred at a time', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `Text ${index}`);
  await host(opened(corpusOf({ Many: many })), CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Many' }).click();
  await expect.poll(documentsListed).toHaveLength(201);
  await page.getByRole('button', { name: 'Show 200 more' }).click();
  await expect.poll(documentsListed).toHaveLength(401);
});

it('opens a document, and a scenario as what documents are held against', async () => {
  const explorer = opened(corpus);
  await host(explorer, CorpusPanel);
  await page.getByRole('button', { name: 'List the documents of Scenarios' }).click();
  await page.getByRole('button', { name: 'Run Six' }).click();
  expect(explorer.session.view).toMatchObject({ scenario: 'Run Six', document: null });
  await page.getByRole('button', { name: 'List the documents of Essays' }).click();
  await page.getByRole('button', { name: 'On Care' }).click();
  expect(explorer.session.view).toMatchObject({ scenario: 'Run Six', document: 'On Care' });
});

it('never lays “Only” over the name of a group', async () => {
  await page.viewport(1280, 800);
  const long = 'Essays with a really very long name that a curator pasted from a cell';
  await host(opened(corpusOf({ [long]: ['On Care'] })), CorpusPanel);
  const name = page.getByRole('button', { name: long, exact: true });
  await name.hover();
  const only = page.getByRole('button', { name: `Show only ${long}` }).element();
  expect(name.element().getBoundingClientRect().right).toBeLessThanOrEqual(
    only.getBoundingClientRect().left,
  );
});
