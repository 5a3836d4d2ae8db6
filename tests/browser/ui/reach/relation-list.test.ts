import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Corpus } from '../../../../src/core/corpus/model.ts';
import { listRows, PAGE } from '../../../../src/ui/reach/reach.ts';
import RelationList from '../../../../src/ui/reach/RelationList.svelte';
import { madeDocument, madeRanking, madeRelation } from '../made.ts';

function list(length: number): {
  props: {
    ranking: ReturnType<typeof madeRanking>;
    rows: ReturnType<typeof listRows>['rows'];
    corpus: Corpus;
    chosen: null;
    label: string;
    onopen: ReturnType<typeof vi.fn<(id: string) => void>>;
  };
} {
  const documents = Array.from({ length }, (_, i) => madeDocument(`d${i}`, 'training', 1));
  const corpus: Corpus = {
    documents: new Map(documents.map((document) => [document.id, document])),
    groups: new Map([['training', { id: 'training', role: 'training', name: 'Stories' }]]),
  };
  const ranking = madeRanking(
    documents.map(({ id }, i) => madeRelation(id, 's', 0.98 - i / (2 * length))),
  );
  const { rows } = listRows(ranking, corpus, { anchor: 'scenario', hidden: [] });
  return { props: { ranking, rows, corpus, chosen: null, label: 'Documents', onopen: vi.fn() } };
}

it('is walked with the arrow keys and opened with Enter', async () => {
  const { props } = list(3);
  const screen = await render(RelationList, props);
  await userEvent.tab();
  await expect.element(screen.getByRole('button', { name: /Title of d0/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.element(screen.getByRole('button', { name: /Title of d2/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(props.onopen).toHaveBeenCalledExactlyOnceWith('d1');
});

it('says of each row what it measures, in words and figures', async () => {
  const screen = await render(RelationList, list(1).props);
  const row = screen.getByRole('button', { name: /Title of d0/ });
  await expect.element(row).toHaveTextContent('Closer than 98 of 100 neutral texts of this length');
  await expect.element(row).toHaveTextContent('interval 93–100');
  await expect.element(row).toHaveTextContent('cosine 0.980');
  await expect.element(row).toHaveTextContent('shared wording 0.04');
});

it('says beside each claim that a document quotes the test, and what lies beyond wording', async () => {
  const { props } = list(2);
  const [first, second] = props.rows;
  const rows = [
    { ...first!, relation: { ...first!.relation, leakage: ['run'] as const } },
    { ...second!, relation: { ...second!.relation, littleWording: true } },
  ];
  const screen = await render(RelationList, { ...props, rows });
  const [quoting, little] = screen.getByRole('button').elements();
  expect(quoting!.textContent).toContain('of this length, and it quotes the test');
  expect(quoting!.textContent).not.toContain('little shared wording');
  expect(little!.textContent).toContain('little shared wording');
  expect(little!.textContent).not.toContain('quotes the test');
  expect(little!.textContent).toMatch(/beyond shared wording: above 73 of 100.*interval 68–78/s);
});

it('draws ten thousand rows a page at a time', async () => {
  const screen = await render(RelationList, list(10_000).props);
  expect(screen.getByRole('listitem').elements()).toHaveLength(PAGE);
  await screen.getByRole('button', { name: `Show ${PAGE} more` }).click();
  expect(screen.getByRole('listitem').elements()).toHaveLength(2 * PAGE);
  await expect.element(screen.getByText('100 of 10,000 shown')).toBeVisible();
});
