import type { Page } from 'playwright';

/** Every vector that this browser keeps, by key; none before there is any. */
export async function keptVectors(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number[]>>((resolve, reject) => {
        const opening = indexedDB.open('parable-vectors');
        // The page has not made it yet: leave that to the page.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve({});
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('vectors').objectStore('vectors');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onerror = () => reject(new Error('vectors cannot be read'));
          values.onsuccess = () => {
            database.close();
            const vectors = values.result as Float32Array[];
            const names = keys.result as string[];
            resolve(Object.fromEntries(names.map((key, i) => [key, [...(vectors[i] ?? [])]])));
          };
        };
      }),
  );
}
