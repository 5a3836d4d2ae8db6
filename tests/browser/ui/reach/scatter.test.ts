import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Corpus } from '../../../../src/core/corpus/model.ts';
import { listRows } from '../../../../src/ui/reach/reach.ts';
import Scatter from '../../../../src/ui/reach/Scatter.svelte';
import { madeDocument, madeRanking, madeRelation } from '../made.ts';
import '../../../../src/ui/theme.css';

beforeEach(() => page.viewport(900, 700));

/** Documents in a row from close with few words to far with many. */
function scene(length: number) {
  const documents = Array.from({ length }, (_, i) => madeDocument(`d${i}`, 'training', 1));
  const corpus: Corpus = {
    documents: new Map(documents.map((document) => [document.id, document])),
    groups: new Map([['training', { id: 'training', role: 'training', name: 'Stories' }]]),
  };
  const ranking = madeRanking(
    documents.map(({ id }, i) => ({
      ...madeRelation(id, 's', 1.2 - i / length),
      overlap: 0.05 + (0.3 * i) / length,
      littleWording: i === 0,
    })),
  );
  const { rows } = listRows(ranking, corpus, { anchor: 'scenario', hidden: [] });
  const onopen = vi.fn<(id: string) => void>();
  return { ranking, rows, corpus, anchor: 'scenario' as const, chosen: null, onopen };
}

it('draws a mark for each text, rings those related with little shared wording, and names the corner', async () => {
  const { container } = await render(Scatter, { props: scene(5) });
  await expect.poll(() => container.querySelectorAll('path.mark').length).toBe(5);
  expect(container.querySelectorAll('svg .ring:not(li .ring)')).toHaveLength(1);
  expect(container.textContent).toContain('Related with little shared wording');
});

it('is walked with the arrow keys, says where one is, and opens the pair with Enter', async () => {
  const props = scene(3);
  const screen = await render(Scatter, { props });
  const plot = screen.getByRole('application', { name: /meaning of 3 documents/ });
  await userEvent.tab();
  await expect.element(plot).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  const said = () => screen.container.querySelector('[aria-live]')!.textContent;
  await expect.poll(said).toContain('Title of d0, Stories. Closer than every neutral text');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(said).toContain('Title of d1');
  await userEvent.keyboard('{Enter}');
  expect(props.onopen).toHaveBeenCalledExactlyOnceWith('d1');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => said().trim()).toBe('');
});

it('names what the pointer is at and opens it by a click', async () => {
  const props = scene(3);
  const { container } = await render(Scatter, { props });
  await expect.poll(() => container.querySelectorAll('path.mark').length).toBe(3);
  const mark = container.querySelectorAll('path.mark')[2]!.getBoundingClientRect();
  const plot = container.querySelector('.plot')!;
  const place = { clientX: mark.x + mark.width / 2, clientY: mark.y + mark.height / 2 };
  plot.dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true }));
  await expect.poll(() => container.querySelector('.tip')?.textContent).toContain('Title of d2');
  plot.dispatchEvent(new MouseEvent('click', { ...place, bubbles: true }));
  expect(props.onopen).toHaveBeenCalledExactlyOnceWith('d2');
});

it('draws ten thousand texts as a handful of elements', async () => {
  const { container } = await render(Scatter, { props: scene(10_000) });
  await expect.poll(() => container.querySelectorAll('path.mark').length).toBe(1);
  expect(container.querySelectorAll('svg *').length).toBeLessThan(80);
});

it('says why there is no picture without neutral texts', async () => {
  const props = scene(2);
  const screen = await render(Scatter, {
    props: { ...props, ranking: { ...props.ranking, nulls: [] } },
  });
  await expect.element(screen.getByText(/They have no vectors in this space/)).toBeVisible();
});
