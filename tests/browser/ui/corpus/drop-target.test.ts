import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import DropTarget from '../../../../src/ui/corpus/DropTarget.svelte';
import { corpusOf, host, opened } from '../host.ts';

function files(): DataTransfer {
  const data = new DataTransfer();
  data.items.add(new File(['One.'], 'one.txt'));
  return data;
}

function drag(target: Element, type: string, dataTransfer: DataTransfer): void {
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

it.each([
  ['Training documents', 'training'],
  ['Evaluation scenarios', 'evaluation'],
  ['Both, or not sure', null],
])('takes files that are dropped on “%s” for that', async (name, role) => {
  const explorer = opened(corpusOf({ Stories: ['The Step Stool'] }));
  const receive = vi.spyOn(explorer, 'receive').mockReturnValue();
  await host(explorer, DropTarget);
  const data = files();
  drag(document.body, 'dragenter', data);
  const target = page.getByText(name);
  await expect.element(target).toBeVisible();
  drag(target.element(), 'dragover', data);
  drag(target.element(), 'drop', data);
  await vi.waitUntil(() => receive.mock.calls.length > 0);
  expect(receive.mock.calls[0]).toMatchObject([[{ path: 'one.txt' }], [], role]);
  await expect.element(target).not.toBeInTheDocument();
});

it('goes away when the files leave the window', async () => {
  await host(opened(corpusOf({})), DropTarget);
  drag(document.body, 'dragenter', files());
  await expect.element(page.getByText('Drop to read these files')).toBeVisible();
  drag(document.body, 'dragleave', files());
  await expect.element(page.getByText('Drop to read these files')).not.toBeInTheDocument();
});
