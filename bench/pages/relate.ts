/** Runs `relate-worker.ts` when the benchmark asks, and gives back what it measured. */
import type { Measured, Shape } from './relate-worker.ts';

declare global {
  interface Window {
    measureCosines: (shape: Shape) => Promise<Measured>;
  }
}

window.measureCosines = (shape) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./relate-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Measured>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(shape);
  });
