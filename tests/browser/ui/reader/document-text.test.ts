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

it('draws the whole of a long text in the end', async () => {
  const { text, passages } = madeDocument('long', 'training', 200);
  const { container } = await render(DocumentText, { text, passages });
  await expect.poll(() => container.querySelector('.ahead'), { timeout: 5000 }).toBeNull();
  expect(container.querySelector('.text')?.textContent.replaceAll(/\s/g, '')).toBe(
    text.replaceAll(/\s/g, ''),
  );
});
