import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Corpus, Document } from '../../../../src/core/corpus/model.ts';
import type { TopicReport } from '../../../../src/core/stance/topic-report.ts';
import type { AxisReport, Validation } from '../../../../src/core/stance/types.ts';
import type { EncoderChoice } from '../../../../src/engine/embed.ts';
import type { Explorer } from '../../../../src/state/explorer.svelte.ts';
import StanceView from '../../../../src/ui/stance/StanceView.svelte';
import { corpusOf, host, opened } from '../host.ts';

const CHOICE = { spec: { id: 'e', revision: '1' } } as unknown as EncoderChoice;

/** Stories and their twins, on a topic each. */
function twins(count: number): Corpus {
  const { documents, groups } = corpusOf({
    Kind: Array.from({ length: count }, (_, i) => `kind ${i}`),
    Cruel: Array.from({ length: count }, (_, i) => `cruel ${i}`),
    Scenarios: ['Test'],
  });
  const withFields = [...documents.values()].map((document): Document => {
    const [name = '', number = ''] = document.title.split(' ');
    if (name === 'Test') return document;
    const other = name === 'kind' ? 'cruel' : 'kind';
    const fields = { id: document.title, twin: `${other} ${number}`, topic: `topic ${number}` };
    const meta = new Map(Object.entries({ ...fields, value: name === 'kind' ? '+' : '-' }));
    return { ...document, meta };
  });
  return { documents: new Map(withFields.map((each) => [each.id, each])), groups };
}

const tested = (right: number, of: number, p: number): Validation => ({
  accuracy: right / of,
  right,
  of,
  interval: [0.4, 0.9],
  gap: 0.1,
  gapInterval: [0, 0.2],
  p,
  draws: 2048,
  exact: true,
});

function reportOf(explorer: Explorer, supported: boolean): AxisReport {
  const [axis] = explorer.stance.axes;
  const training = [...explorer.session.corpus.documents.values()].filter(
    ({ role }) => role === 'training',
  );
  return {
    kind: 'paired',
    direction: Float32Array.of(1),
    support: { supported, reasons: supported ? [] : ['not-significant'] },
    validation: tested(supported ? 12 : 9, 12, supported ? 0.0005 : 0.284),
    comparisons: {
      wording: tested(12, 12, 0.0005),
      sentiment: tested(6, 12, 0.5),
      random: tested(5, 12, 0.6),
    },
    wordsExplain: true,
    sentimentExplains: false,
    shrinkage: null,
    used: axis!.source,
    topics: Array.from({ length: 12 }, (_, i) => `topic ${i}`),
    leftOut: [],
    scores: training.map(({ id, title }, i) => ({
      document: id,
      score: i / 100,
      percentile: 0.5,
      inSample: true,
      heldOut: title.startsWith('kind') ? 0.2 + i / 100 : -0.1 + i / 1000,
    })),
  };
}

const TOPICS: TopicReport = {
  topics: ['topic 0', 'topic 1'],
  documents: 24,
  fittedOn: 0,
  rank: 0,
  probe: { before: { right: 20, of: 24, chance: 1 / 12 }, after: null },
  crossed: { before: { delta: -0.21, interval: [-0.26, -0.16] }, after: null, gain: null },
};

/** The view of twelve twins whose axis is learnt. */
async function shown(supported: boolean): Promise<Explorer> {
  const explorer = opened(twins(12));
  explorer.session.show({ view: 'stance' });
  explorer.encoders.current = CHOICE;
  explorer.embeddings.revision = 1;
  const report = reportOf(explorer, supported);
  vi.spyOn(explorer.engine.analysis, 'run').mockImplementation((name) =>
    Promise.resolve((name === 'axis' ? report : TOPICS) as never),
  );
  explorer.stance.need(explorer.stance.axes);
  explorer.stance.compareTopics(explorer.stance.chosen);
  await host(explorer, StanceView);
  await page.getByRole('heading', { name: 'Documents along it' }).findElement();
  return explorer;
}

it('shows a failure as plainly as a success, with every reason', async () => {
  await shown(false);
  await expect.element(page.getByText('9 of 12 twins the right way round; that')).toBeVisible();
  await expect.element(page.getByText(/does as well in 28% of cases/)).toBeVisible();
  await expect.element(page.getByText(/Marks are hollow/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Colour the map by it' }).elements()).toHaveLength(0);
});

it('says that counting words does as well, and lets a supported axis colour the map', async () => {
  const explorer = await shown(true);
  await expect
    .element(page.getByText(/Counting words tells the twins apart as well/))
    .toBeVisible();
  await page.getByRole('button', { name: 'Colour the map by it' }).click();
  expect(explorer.session.view).toMatchObject({ view: 'map', colour: 'stance' });
  expect(explorer.session.view.axis).toBe(explorer.stance.axes[0]!.id);
});

it('walks the chart by keys and opens what it comes to', async () => {
  const explorer = await shown(true);
  const chart = page.getByRole('application', { name: /^24 documents of 2 groups/ });
  (chart.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText(/^cruel 0\. Cruel\. at −0\.09/)).toBeInTheDocument();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(explorer.session.view.document).toBe('kind 0');
});

it('lists the documents by their place, and opens one', async () => {
  const explorer = await shown(true);
  await page.getByText('List', { exact: true }).click();
  const list = page.getByRole('list', { name: /Documents from/ });
  await expect.element(list.getByRole('button').first()).toHaveTextContent(/^kind 11.*\+0\.31/);
  await list.getByRole('button').first().click();
  expect(explorer.session.view.document).toBe('kind 11');
});

it('says what to do where there is nothing to learn from', async () => {
  await host(opened(corpusOf({ Stories: ['One'] })), StanceView);
  await expect.element(page.getByText('The corpus offers no axis yet')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Make an axis' })).toBeVisible();
});

it('makes, names, fills and deletes an axis of the reader’s own, and brings it back', async () => {
  const explorer = opened(corpusOf({ Stories: ['One'] }));
  await host(explorer, StanceView);
  await page.getByRole('button', { name: 'Make an axis' }).click();
  await page.getByLabelText('Name of the axis').fill('Warmth');
  await page.getByLabelText('Name of the other pole').fill('cold');
  await userEvent.tab();
  const text = page.getByLabelText('Write or paste an example of “cold”');
  await text.fill('Nobody spoke.');
  await page.getByRole('button', { name: 'Add text' }).first().click();
  await expect.element(text).toHaveValue('');
  await page.getByLabelText('Find a document for “one pole”').fill('one');
  await page.getByRole('button', { name: 'Add “One”' }).click();
  const [axis] = explorer.stance.own.all.values();
  expect(axis).toMatchObject({ name: 'Warmth', negative: 'cold' });
  expect(axis!.examples.map(({ kind, pole }) => [kind, pole])).toEqual([
    ['written', -1],
    ['document', 1],
  ]);
  await page.getByRole('button', { name: 'Delete this axis' }).click();
  expect(explorer.stance.own.all.size).toBe(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  expect([...explorer.stance.own.all.values()]).toEqual([axis]);
});

it('leads to a new axis that is still empty instead of making another', async () => {
  const explorer = opened(corpusOf({ Stories: ['One'] }));
  await host(explorer, StanceView);
  const make = page.getByRole('button', { name: 'Make an axis' });
  const name = page.getByLabelText('Name of the axis');
  await make.click();
  await expect.element(name).toHaveFocus();
  await make.click();
  await make.click();
  await expect.element(name).toHaveFocus();
  expect(explorer.stance.own.all.size).toBe(1);
  await name.fill('Warmth');
  await make.click();
  await expect.element(name).toHaveValue('New axis');
  expect([...explorer.stance.own.all.values()].map((axis) => axis.name)).toEqual([
    'Warmth',
    'New axis',
  ]);
  explorer.session.show({ axis: [...explorer.stance.own.all.keys()][0]! });
  await expect.element(name).toHaveValue('Warmth');
  await make.click();
  await expect.element(name).toHaveValue('New axis');
  expect(explorer.stance.own.all.size).toBe(2);
});
