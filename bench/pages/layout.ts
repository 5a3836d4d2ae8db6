/** Runs `layout-worker.ts` when the benchmark asks, and gives back what it measured. */
import type { LayoutShape, MeasuredLayout } from './layout-worker.ts';

declare global {
  interface Window {
    measureLayout: (shape: LayoutShape) => Promise<MeasuredLayout>;
  }
}

window.measureLayout = (shape) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<MeasuredLayout>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(shape);
  });
