import type { Page } from 'playwright';

/** Every vector that this browser keeps, by key; none before there is any. */
export async function keptVectors(page: Page): Promise<Record<string, number[]>> {
  const [keys, vectors] = await inVectors(page, 'read');
  return Object.fromEntries(keys.map((key, i) => [key, vectors[i] ?? []]));
}

/** How many vectors this browser keeps. */
export async function keptCount(page: Page): Promise<number> {
  const [keys] = await inVectors(page, 'count');
  return keys.length;
}

/** Keys of what is kept, and if it is read the vectors in their order. */
function inVectors(page: Page, how: 'read' | 'count'): Promise<[string[], number[][]]> {
  return page.evaluate(
    (reads) =>
      new Promise<[string[], number[][]]>((resolve, reject) => {
        const opening = indexedDB.open('parable-vectors');
        // The page has not made it yet: leave that to the page.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([[], []]);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('vectors');
          const store = transaction.objectStore('vectors');
          const keys = store.getAllKeys();
          const values = reads ? store.getAll() : null;
          transaction.onerror = () => reject(new Error('vectors cannot be read'));
          transaction.oncomplete = () => {
            database.close();
            const vectors = (values?.result ?? []) as Float32Array[];
            resolve([keys.result as string[], vectors.map((vector) => [...vector])]);
          };
        };
      }),
    how === 'read',
  );
}
