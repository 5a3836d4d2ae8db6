import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DocumentText from '../../../../src/ui/reader/DocumentText.svelte';
import { madeDocument } from '../made.ts';

it('marks the selected passage of a book and draws what is around it first', async () => {
  const { text, passages } = madeDocument('book', 'training', 4000);
  expect(text.length).toBeGreaterThan(1_500_000);
  const { container } = await render(DocumentText, { text, passages, selected: 2000 });
  const selected = [...container.querySelectorAll<HTMLElement>('.selected')];
  expect(selected.map((run) => run.textContent).join('')).toBe(
    text.slice(passages[2000]!.start, passages[2000]!.end),
  );
  await expect.element(selected[0]!).toBeInViewport();
});

it('keeps passage numbers of four digits whole, and longer ones clear of the text, too', async () => {
  const { text, passages } = madeDocument('book', 'training', 4000);
  const last = passages.length - 1;
  const { container } = await render(DocumentText, { text, passages, selected: last });
  const run = container.querySelector<HTMLElement>('.selected')!;
  for (const number of ['8888', '88888']) {
    run.dataset.begins = number;
    const drawn = getComputedStyle(run, '::before');
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.font = drawn.font;
    const width = canvas.measureText(number).width;
    const [paragraph, sheet] = ['p', '.sheet'].map((each) => run.closest<HTMLElement>(each)!);
    // From where the text begins, to the left.
    const end = Number.parseFloat(drawn.right) - paragraph!.clientWidth;
    expect(Number.parseFloat(drawn.width)).toBeGreaterThanOrEqual(Math.floor(width));
    expect(end).toBeGreaterThanOrEqual(6);
    if (number.length > 4) continue;
    expect(end + width).toBeLessThanOrEqual(
      Number.parseFloat(getComputedStyle(sheet!).paddingLeft),
    );
  }
});

it('draws the whole of a long text in the end', async () => {
  const { text, passages } = madeDocument('long', 'training', 200);
  const { container } = await render(DocumentText, { text, passages });
  await expect.poll(() => container.querySelector('.ahead'), { timeout: 5000 }).toBeNull();
  expect(container.querySelector('.text')?.textContent.replaceAll(/\s/g, '')).toBe(
    text.replaceAll(/\s/g, ''),
  );
});
