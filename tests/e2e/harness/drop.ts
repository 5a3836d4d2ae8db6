import type { Locator, Page } from 'playwright';

export interface Dropped {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type?: string;
}

/** Drops files that exist only in memory, by the events a page sees. */
export async function dropFiles(target: Locator, files: readonly Dropped[]): Promise<void> {
  const plain = files.map(({ name, content, type = '' }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  }));
  await target.evaluate((element, list) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data });
      element.dispatchEvent(event);
    }
  }, plain);
}

/**
 * Drops files and folders of this machine, as a person drags them: from the middle of the window to a
 * place in it, which may be a target that shows only meanwhile.
 *
 * @param on - words of the target; the middle if not given
 * @param moved - whether they are dragged over the target before they are let go there
 */
export async function dropPaths(
  page: Page,
  paths: readonly string[],
  on: string | null = null,
  moved = true,
): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const middle = { x: width / 2, y: height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  const send = (type: 'dragEnter' | 'dragOver' | 'drop', at: { x: number; y: number }) =>
    session.send('Input.dispatchDragEvent', { type, ...at, data });
  await send('dragEnter', middle);
  await send('dragOver', middle);
  const target = on === null ? middle : await centreOf(page.getByText(on, { exact: true }));
  await send('dragOver', moved ? target : middle);
  await send('drop', target);
  await session.detach();
}

async function centreOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.waitFor();
  const { x, y, width, height } = (await target.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  return { x: x + width / 2, y: y + height / 2 };
}
