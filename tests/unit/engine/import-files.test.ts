import { expect, it } from 'vitest';
import type { IngestJobs } from '../../../workers/ingest.ts';
import type { CutInput } from '../../../workers/ingest/cut.ts';
import { CUT_SLICE_CHARS } from '../../../src/core/limits.ts';
import { cutTexts } from '../../../src/engine/import-files.ts';
import { PauseSwitch } from '../../../src/engine/pause-switch.ts';
import type { WorkerClient } from '../../../src/engine/worker-client.ts';

it('hands texts over in slices, so that no task copies a whole corpus', async () => {
  const handed: number[] = [];
  const ingest = {
    run: (_: string, inputs: readonly CutInput[]) => {
      handed.push(inputs.reduce((sum, { text }) => sum + text.length, 0));
      return Promise.resolve(inputs.map(({ text }) => ({ id: text, passages: [], text: null })));
    },
  } as unknown as WorkerClient<IngestJobs>;
  const inputs = Array.from({ length: 20 }, (_, i) => ({
    role: 'training' as const,
    text: `${i} `.padEnd(CUT_SLICE_CHARS / 5, 'x'),
    without: [],
  }));
  const done: number[] = [];
  const cuts = await cutTexts(ingest, inputs, {
    signal: new AbortController().signal,
    pause: new PauseSwitch(),
    onDone: (count) => done.push(count),
  });
  expect(cuts.map(({ id }) => id)).toEqual(inputs.map(({ text }) => text));
  expect(Math.max(...handed)).toBeLessThanOrEqual(CUT_SLICE_CHARS);
  expect(done).toEqual([5, 10, 15, 20]);
});
