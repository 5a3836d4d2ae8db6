/** Runs `encoder-worker.ts` when the benchmark asks, and gives back what it measured. */
import type { Measured } from './encoder-worker.ts';

declare global {
  interface Window {
    measure: (texts: readonly string[]) => Promise<Measured>;
  }
}

window.measure = (texts) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./encoder-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Measured>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(texts);
  });
