import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { corpusOf, opened } from '../host.ts';
import { madeRanking, madeRelation } from '../made.ts';
import StripsHost from './StripsHost.svelte';

const LONG = 'group-with-a-very-long-unbroken-name-that-never-ends-'.repeat(4);
const summary = {
  documents: 12,
  missing: 0,
  quartiles: [0.97, 0.99, 1],
  passing: 1,
  interval: [0.96, 1],
} as const;

/** Strips of an ordinary group and of one with a long name. */
async function strips(width: number) {
  await page.viewport(1280, 800);
  const explorer = opened(corpusOf({ Stories: ['one'], [LONG]: ['two'], Scenarios: ['test'] }));
  vi.spyOn(explorer.engine.analysis, 'run').mockResolvedValue([summary, summary]);
  const ranking = madeRanking([madeRelation('one', 'test', 1), madeRelation('two', 'test', 1)]);
  const screen = await render(StripsHost, { explorer, ranking, width });
  await expect.element(screen.getByRole('list', { name: 'By group' })).toBeVisible();
  return {
    list: screen.getByRole('list', { name: 'By group' }).element(),
    figures: [...screen.container.querySelectorAll('.n, .figure')],
    long: screen.getByRole('button', { name: LONG }).element(),
  };
}

it.each([320, 640, 700, 726, 1100])('keep their figures whole at %i pixels', async (width) => {
  const { list, figures } = await strips(width);
  const { left, right } = list.getBoundingClientRect();
  expect(figures).toHaveLength(6);
  for (const figure of figures) {
    const box = figure.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(left);
    expect(box.right).toBeLessThanOrEqual(right + 1);
    // One line of 12 pixels.
    expect(box.height, figure.textContent).toBeLessThan(24);
  }
});

it('shorten a long name, which is there in full where it is pointed at', async () => {
  const { list, long } = await strips(726);
  expect(long.getBoundingClientRect().height).toBeLessThan(32);
  const name = long.querySelector('.name')!;
  expect(name.scrollWidth).toBeGreaterThan(name.clientWidth);
  expect(long.getAttribute('title')).toContain(LONG);
  expect(list.scrollWidth).toBe(list.clientWidth);
});
