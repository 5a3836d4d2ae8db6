/** Runs `reopen-worker.ts` when the benchmark asks, and gives back what it measured. */
import type { Measured, Shape } from './reopen-worker.ts';

declare global {
  interface Window {
    measureReopening: (shape: Shape) => Promise<Measured>;
  }
}

window.measureReopening = (shape) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reopen-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Measured>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(shape);
  });
