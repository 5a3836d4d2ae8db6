import {
  ENCODER_MEMORY_SHARE,
  ENCODER_MODEL_COPIES,
  ENCODER_RUNTIME_BYTES,
  MAX_ENCODER_WORKERS,
  PASSAGES_PER_WORKER,
} from '../limits.ts';

export interface Machine {
  /** Threads that can run at once. */
  readonly cores: number;
  /** Memory, GiB; browsers tell at most 8, and some nothing. */
  readonly memory: number;
}

/**
 * How many single-threaded workers embed at once, at least one: as many as there are cores, but one
 * for the page where there are more than four, as many as memory holds, and as many as the work is
 * worth loading the model for.
 *
 * @param modelBytes files of the model
 * @param passages to be embedded
 */
export function workersFor(machine: Machine, modelBytes: number, passages: number): number {
  const { cores, memory } = machine;
  const each = ENCODER_RUNTIME_BYTES + ENCODER_MODEL_COPIES * modelBytes;
  const limits = [
    cores > 4 ? cores - 1 : cores,
    Math.floor((memory * 2 ** 30 * ENCODER_MEMORY_SHARE) / each),
    Math.ceil(passages / PASSAGES_PER_WORKER),
    MAX_ENCODER_WORKERS,
  ];
  return Math.max(1, Math.min(...limits));
}
