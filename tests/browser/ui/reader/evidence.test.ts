import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../../src/core/errors.ts';
import PairHost from '../PairHost.svelte';
import { MARKS, madeDocument, madeEvidence, madeRanking, madeRelation } from '../made.ts';

const document = madeDocument('story', 'training', 6);
const scenario = madeDocument('test', 'evaluation', 3);
const evidence = madeEvidence(document, scenario, [
  [{ passage: 5, cosine: 0.4123, weight: 1 }],
  [{ passage: 1, cosine: 0.3871, weight: 1 }],
  [{ passage: 1, cosine: 0.3004, weight: 1 }],
]);
const relation = { ...madeRelation('story', 'test', evidence.relatedness), percentile: 0.981 };
const ranking = madeRanking([relation]);
const props = {
  evidence,
  relation,
  failure: null,
  measure: { distribution: ranking.nulls[0]!.distribution, domain: [0, 1] as const },
  document,
  scenario,
  marks: MARKS,
  others: 'demo' as const,
  onmap: vi.fn(),
  onclose: null,
};

/** What the cells say, and the unrounded numbers behind them. */
function figures(selector: string): { said: string[]; exact: number[] } {
  const cells = [...window.document.querySelectorAll<HTMLDataElement>(`${selector} data`)];
  return {
    said: cells.map(({ textContent }) => textContent),
    exact: cells.map(({ value }) => Number(value)),
  };
}

describe('side by side', () => {
  beforeEach(() => page.viewport(900, 700));

  it('shows figures whose mean is the displayed s', async () => {
    const { container } = await render(PairHost, props);
    const listed = figures('tbody');
    const mean = figures('tfoot');
    expect(listed.said).toEqual(['0.412', '0.387', '0.300']);
    expect(listed.exact.reduce((sum, value) => sum + value, 0) / 3).toBe(evidence.relatedness);
    expect(mean.exact).toEqual([evidence.relatedness]);
    expect(mean.said).toEqual([evidence.relatedness.toFixed(3)]);
    expect(container.textContent).toContain(`cosine ${evidence.relatedness.toFixed(3)}`);
  });

  it.each([
    ['demo', 'Among the demo’s documents'],
    ['own', 'Among your own documents'],
    ['both', 'Among your own and the demo’s'],
  ] as const)('says whose documents a place is among: %s', async (others, label) => {
    const screen = await render(PairHost, { ...props, others });
    await expect.element(screen.getByRole('button', { name: label })).toBeVisible();
  });

  it('tells shared words from shared names, and counts them for each passage', async () => {
    const sharedLemmas = [
      { lemma: 'harbour', name: false },
      { lemma: 'isolde', name: true },
    ];
    const { container } = await render(PairHost, {
      ...props,
      evidence: { ...evidence, sharedLemmas },
    });
    const lists = [...container.querySelectorAll('h3')].map(
      ({ textContent, nextElementSibling }) => [
        textContent,
        nextElementSibling?.textContent.trim(),
      ],
    );
    expect(lists).toEqual([
      ['Words', 'harbour'],
      ['Names', 'isolde'],
    ]);
    const counted = [...container.querySelectorAll('tbody td:nth-child(3)')];
    expect(counted.map(({ textContent }) => textContent)).toEqual(['1', '1', '1']);
  });

  it('says that a document quotes the test, with every claim, and marks where', async () => {
    const run = { start: 10, end: 60 };
    const leakage = {
      kinds: ['run'] as const,
      runs: [{ words: 13, document: run, scenario: run }],
      contained: [],
      coincident: [],
    };
    const { container } = await render(PairHost, {
      ...props,
      relation: { ...relation, leakage: leakage.kinds },
      evidence: { ...evidence, leakage },
    });
    expect(container.textContent).toContain('of 3 passages, and it quotes the test');
    expect(container.textContent).toContain('the same 13 words in a row');
    for (const [side, text] of [
      ['scenario', scenario.text],
      ['document', document.text],
    ] as const) {
      const quoted = [...container.querySelectorAll(`.pane.${side} .quoted`)];
      expect(quoted.map(({ textContent }) => textContent).join('')).toBe(text.slice(10, 60));
    }
  });

  it('says what lies beyond shared wording, and why there is no place among the others', async () => {
    const { container } = await render(PairHost, props);
    expect(container.textContent).toMatch(/Beyond shared wording\s*above 36 of 100 neutral texts/);
    expect(container.textContent).toContain('none below 30 others');
  });

  it('says what the percentile was measured against, or why there is none', async () => {
    const { container, rerender } = await render(PairHost, props);
    expect(container.textContent).toContain('101 stretches of 40 neutral texts');
    expect(container.textContent).toContain('read in stretches of 3 passages');
    const failure = new AppError('worker-unavailable', { worker: 'analysis', attempts: 3 });
    await rerender({ relation: null, measure: null, failure });
    expect(container.textContent).toContain('“analysis” stopped 3 times in a row.');
    expect(container.textContent).not.toContain('No percentile yet');
  });

  it('underlines the shared words in both texts and loses no text', async () => {
    const { container } = await render(PairHost, props);
    for (const [side, text] of [
      ['scenario', scenario.text],
      ['document', document.text],
    ] as const) {
      const shared = [...container.querySelectorAll(`.pane.${side} .shared`)];
      expect(shared).toHaveLength(text.split('harbour').length - 1);
      expect(shared.every((word) => word.textContent === 'harbour')).toBe(true);
      const paragraphs = [...container.querySelectorAll(`.pane.${side} p`)];
      expect(paragraphs.map((paragraph) => paragraph.textContent).join('')).toBe(text);
    }
  });

  it('links each scenario passage with its match, heavier for a greater cosine', async () => {
    const { container } = await render(PairHost, props);
    await expect.poll(() => container.querySelectorAll('path.line').length).toBe(3);
    const widths = [...container.querySelectorAll('path.line')].map((line) =>
      Number(line.getAttribute('stroke-width')),
    );
    expect(widths).toEqual([1.4123, 1.3871, 1.3004]);
  });

  it('lifts the partner of a passage in focus and brings it into view', async () => {
    const screen = await render(PairHost, props);
    const pane = screen.container.querySelector('.pane.document')!;
    expect(pane.scrollTop).toBe(0);
    const numeral = screen.container.querySelector<HTMLElement>('.pane.scenario .number')!;
    expect(numeral.getAttribute('aria-label')).toBe(
      'Scenario passage 1, closest to document passage 6, cosine 0.412',
    );
    numeral.focus();
    const partner = pane.querySelector<HTMLElement>('[data-passage="5"]')!;
    await expect.poll(() => partner.classList.contains('raised')).toBe(true);
    await expect.poll(() => pane.scrollTop).toBeGreaterThan(0);
    await expect.element(partner).toBeInViewport();
  });
});

describe('on a phone', () => {
  beforeEach(() => page.viewport(390, 800));

  it('puts each scenario passage above its match', async () => {
    const { container } = await render(PairHost, props);
    await expect.poll(() => container.querySelectorAll('ol li').length).toBe(3);
    const first = container.querySelector('ol li')!;
    expect(first.textContent).toMatch(
      /Title of test.*passage 1.*cosine 0\.412.*Title of story.*passage 6/s,
    );
    expect(container.querySelector('.pane')).toBeNull();
  });

  it('keeps both full texts one tap away', async () => {
    const screen = await render(PairHost, props);
    await screen.getByText('Both texts in full').click();
    await expect
      .element(screen.getByRole('heading', { name: 'Title of story' }))
      .toBeInTheDocument();
  });
});
