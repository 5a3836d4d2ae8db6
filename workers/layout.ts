import * as Comlink from 'comlink';
import { layOut, type Layout, type LayoutOptions } from '../src/core/layout/layout.ts';
import type { Matrix } from '../src/core/space/types.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job } from './job.ts';

export interface LayoutInput extends LayoutOptions {
  readonly matrix: Matrix;
}

export interface LayoutProgress {
  readonly done: number;
  readonly total: number;
}

const layout: Job<LayoutInput, LayoutProgress, Layout> = async (input, context) => {
  const result = await layOut(input.matrix, input, async (done, total) => {
    context.report({ done, total });
    await context.breathe();
  });
  return Comlink.transfer(result, [result.positions.buffer, result.index]);
};

const jobs = { layout };
export type LayoutJobs = typeof jobs;

carryErrors();
serve(jobs);
