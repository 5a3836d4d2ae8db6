import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Sheet from '../../../../src/ui/shell/Sheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>What is here</p>' }));

async function shown() {
  const onclose = vi.fn();
  const { unmount } = await render(Sheet, { label: 'Corpus', from: 'left', onclose, children });
  const dialog = document.querySelector('dialog')!;
  const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
  return { onclose, unmount, closed };
}

it.each([
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['its button', () => page.getByRole('button', { name: 'Close' }).click()],
])('tells that the reader closed it with %s', async (_, close) => {
  const { onclose, closed } = await shown();
  await close();
  await closed;
  expect(onclose).toHaveBeenCalledOnce();
});

it('does not tell when it has given way to something else', async () => {
  const { onclose, unmount, closed } = await shown();
  await unmount();
  await closed;
  expect(onclose).not.toHaveBeenCalled();
});
