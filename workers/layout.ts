import * as Comlink from 'comlink';
import { AppError } from '../src/core/errors.ts';
import type { Faithfulness } from '../src/core/faithfulness/faithfulness.ts';
import type { Agreement } from '../src/core/faithfulness/stability.ts';
import { layOut, type Layout, type LayoutOptions } from '../src/core/layout/layout.ts';
import { MappedSpace, type OnShare } from '../src/core/layout/mapped-space.ts';
import { indexPositions } from '../src/core/layout/spatial-index.ts';
import type { Matrix, Unit } from '../src/core/space/types.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job, type JobContext } from './job.ts';

/** Of an approximate search for neighbours. */
const SEED = 3;

export interface OpenMapInput {
  readonly unit: Unit;
  readonly matrix: Matrix;
}

export interface LayoutInput extends LayoutOptions {
  readonly unit: Unit;
  /** Rows that the page expects: those of the space that it opened. */
  readonly rows: number;
}

export interface LayoutProgress {
  readonly done: number;
  readonly total: number;
  /** The picture so far, where there is one to look at. */
  readonly glimpse: Pick<Layout, 'positions' | 'index'> | null;
}

/** A picture whose truth is asked for. */
export interface PictureInput {
  readonly unit: Unit;
  /** [rows × 2] */
  readonly positions: Float32Array;
}

const spaces = new Map<Unit, MappedSpace>();

/** @throws AppError `unexpected` if the space is not open, or is another one than the page thinks */
function opened(unit: Unit, rows: number): MappedSpace {
  const space = spaces.get(unit);
  if (space?.matrix.rows === rows) return space;
  const message = `the map of ${unit} has ${space?.matrix.rows ?? 'no'} rows, not ${rows}`;
  throw new AppError('unexpected', { message });
}

/** Takes in the rows of a map; those of the same unit before are gone. */
const open: Job<OpenMapInput, never, void> = ({ unit, matrix }) => {
  spaces.set(unit, new MappedSpace(matrix, SEED));
};

const layout: Job<LayoutInput, LayoutProgress, Layout> = async (input, context) => {
  const space = opened(input.unit, input.rows);
  const result = await layOut(space, input, async (done, total, positions) => {
    if (!positions) context.report({ done, total, glimpse: null });
    else {
      const glimpse = { positions, index: indexPositions(positions) };
      const parts = [positions.buffer, glimpse.index];
      context.report(Comlink.transfer({ done, total, glimpse }, parts));
    }
    await context.breathe();
  });
  return Comlink.transfer(result, [result.positions.buffer, result.index, result.placed.buffer]);
};

const faithfulness: Job<
  PictureInput & { readonly groups: Int32Array; readonly seed: number },
  number,
  Faithfulness | null
> = async ({ unit, positions, groups, seed }, context) => {
  const space = opened(unit, positions.length / 2);
  const { faithfulnessOf } = await import('../src/core/faithfulness/of-map.ts');
  return faithfulnessOf(space, positions, { groups, seed }, inSteps(context));
};

const stability: Job<
  PictureInput & { readonly seeds: readonly number[] },
  number,
  readonly Agreement[]
> = async ({ unit, positions, seeds }, context) => {
  const space = opened(unit, positions.length / 2);
  const { stabilityOf } = await import('../src/core/faithfulness/of-map.ts');
  return stabilityOf(space, positions, seeds, inSteps(context));
};

/** Reports the share that is done, and lets messages in. */
function inSteps(context: JobContext<number>): OnShare {
  return async (share) => {
    context.report(share);
    await context.breathe();
  };
}

const jobs = { open, layout, faithfulness, stability };
export type LayoutJobs = typeof jobs;

carryErrors();
serve(jobs);
