/** Runs `groups-worker.ts` when the benchmark asks, and gives back what it measured. */
import type { GroupsQuestion, MeasuredGroups } from './groups-worker.ts';

declare global {
  interface Window {
    measureGroups: (question: GroupsQuestion) => Promise<MeasuredGroups>;
  }
}

window.measureGroups = (question) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./groups-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<MeasuredGroups>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(question);
  });
