import type { EncoderJobs } from '../../../workers/encoder.ts';
import type { Checked } from '../../../workers/encoder/check.ts';
import { encoderKey } from '../../core/encoders/encoder.ts';
import type { Machine } from '../../core/encoders/pool-size.ts';
import { implausible, leastCosine, requiredCosine } from '../../core/encoders/self-check.ts';
import type { Device } from '../../core/encoders/transformer/runtime.ts';
import { AppError } from '../../core/errors.ts';
import { ENCODER_IDLE_MS } from '../../core/limits.ts';
import { hasGraphics, thisMachine } from '../../platform/machine.ts';
import { spawn } from '../spawn.ts';
import { WorkerClient } from '../worker-client.ts';
import type { EncoderChoice } from './work.ts';

export interface EncoderClientOptions {
  readonly spawn?: (device: Device) => Worker;
  readonly machine?: Machine;
  /** Whether there is a graphics processor worth trying. */
  readonly hasGraphics?: () => Promise<boolean>;
}

/**
 * The page's end of all encoder workers. It is itself the first one's, which every encoder and every
 * small job uses; further ones, and the one of the graphics processor, are started by large jobs.
 */
export class EncoderClient extends WorkerClient<EncoderJobs> {
  /** Told of what went wrong without stopping the work. */
  onSetback: (error: AppError) => void = () => {};
  readonly machine: Machine;
  readonly hasGraphics: () => Promise<boolean>;
  /** Encoders, by key, with which the graphics processor is not tried again while the page is open. */
  readonly withoutGraphics = new Set<string>();
  readonly graphics: WorkerClient<EncoderJobs>;

  readonly #spawn: () => Worker;
  readonly #others: WorkerClient<EncoderJobs>[] = [];
  readonly #checked = new Map<string, Promise<Checked>>();
  #last: EncoderChoice | null = null;
  #runs = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EncoderClientOptions = {}) {
    const start = options.spawn ?? (() => spawn('encoder'));
    super('encoder', () => start('wasm'));
    this.#spawn = () => start('wasm');
    this.graphics = new WorkerClient('encoder', () => start('webgpu'));
    this.machine = options.machine ?? thisMachine();
    this.hasGraphics = options.hasGraphics ?? hasGraphics;
  }

  /** The workers that compute on processors, from 0, which is this one. */
  worker(index: number): WorkerClient<EncoderJobs> {
    if (index === 0) return this;
    return (this.#others[index - 1] ??= new WorkerClient('encoder', this.#spawn));
  }

  /** Runs `action` as a use of the workers, which are given back when none has been for a while. */
  async use<T>(choice: EncoderChoice, action: () => Promise<T>): Promise<T> {
    clearTimeout(this.#idle);
    // A runtime never gives its memory back, so another encoder gets a fresh worker.
    const stale = this.#last?.spec.kind === 'transformer' && keyOf(this.#last) !== keyOf(choice);
    if (stale && this.#runs === 0) this.#terminateAll();
    this.#last = choice;
    this.#runs++;
    try {
      return await action();
    } finally {
      if (--this.#runs === 0) this.#idle = setTimeout(() => this.release(), ENCODER_IDLE_MS);
    }
  }

  /** Ends all workers but the first, which give their memory back. */
  release(): void {
    for (const client of this.#others) client.terminate();
    this.graphics.terminate();
  }

  /**
   * Loads an encoder and tries it on texts that never change, once while the page is open.
   * @throws AppError `encoder-wrong` if its vectors are not what they should be, or as loading does
   */
  check(choice: EncoderChoice): Promise<Checked> {
    const key = keyOf(choice);
    const known = this.#checked.get(key);
    if (known) return known;
    const checking = this.#check(choice);
    this.#checked.set(key, checking);
    checking.catch(() => this.#checked.delete(key));
    return checking;
  }

  async #check(choice: EncoderChoice): Promise<Checked> {
    const { spec } = choice;
    try {
      const checked = await this.run('check', { ...choice, probe: 0 });
      const { vectors, golden } = checked;
      const cosine = golden ? leastCosine(vectors, golden, spec.dims) : 1;
      const reason =
        cosine < requiredCosine(spec.dtype)
          ? `cosine ${cosine.toFixed(3)}`
          : implausible(vectors, spec.dims);
      if (reason !== null) throw new AppError('encoder-wrong', { encoder: spec.id, reason });
      return checked;
    } catch (thrown) {
      // A runtime that failed queues every later call behind the failure.
      this.terminate();
      throw thrown;
    }
  }

  #terminateAll(): void {
    this.terminate();
    this.release();
  }
}

/** Names an encoder and where it is. */
export function keyOf({ spec, place }: EncoderChoice): string {
  return `${place.at === 'site' ? place.folder : place.at} ${encoderKey(spec)}`;
}
