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

/** Drops files and folders of this machine on the middle of the window, as a person drags them. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const at = { x: width / 2, y: height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}
