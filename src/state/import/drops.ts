import type { Role } from '../../core/corpus/model.ts';
import type { Mapping } from '../../core/corpus/parse/parse.ts';
import { AppError } from '../../core/errors.ts';
import { MAX_FILES } from '../../core/limits.ts';
import type { DroppedFile, Engine } from '../../engine/engine.ts';
import { readFiles } from '../../engine/import-files.ts';
import type { Found } from './found.svelte.ts';
import type { ImportPhase } from './phase.ts';
import type { Run } from './run.svelte.ts';

export interface Drop {
  readonly files: readonly DroppedFile[];
  readonly problems: readonly AppError[];
  /** That all of it was dropped as; null for what it says itself. */
  readonly role: Role | null;
}

/** Where what is read goes, and who is told of it. */
export interface DropsOptions {
  readonly found: Found;
  readonly run: Run;
  readonly onPhase: (phase: ImportPhase) => void;
  /** Called after each drop, which is in `found` as far as it could be read. */
  readonly onRead: () => Promise<void>;
}

/** What was dropped: read in the ingest worker, one drop after the other. */
export class Drops {
  readonly #engine: Engine;
  readonly #options: DropsOptions;
  #waiting: Drop[] = [];
  #read: Drop[] = [];
  #mappings = new Map<string, Mapping>();

  constructor(engine: Engine, options: DropsOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  add(drop: Drop): void {
    this.#waiting.push(drop);
  }

  /** Reads what waits, and what comes to wait meanwhile. */
  async readAll(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      this.#read.push(next);
      await this.#readNow(next);
    }
  }

  /** Reads a table anew with other meanings of its columns. */
  async remap(file: string, mapping: Mapping): Promise<void> {
    this.#mappings.set(file, mapping);
    for (const { files, role } of [...this.#read]) {
      const holder = files.filter(({ path }) => lies(file, path));
      this.#options.found.forget((source) => holder.some(({ path }) => lies(source, path)));
      if (holder.length > 0) await this.#readNow({ files: holder, problems: [], role });
    }
  }

  /** Forgets what waits. */
  stop(): void {
    this.#waiting = [];
  }

  /** Forgets what was read; what waits is still to be. */
  forget(): void {
    this.#read = [];
    this.#mappings = new Map();
  }

  async #readNow({ files, problems, role }: Drop): Promise<void> {
    const { found, run, onPhase, onRead } = this.#options;
    found.report(problems);
    if (files.length > MAX_FILES) {
      const params = { count: files.length, limit: MAX_FILES };
      found.report([new AppError('too-many-files', params)]);
      onPhase({ at: 'preview' });
      return;
    }
    const running = run.start();
    const total = files.length;
    const before = found.drafts.length;
    let done = 0;
    const progress = (more: number): void =>
      onPhase({ at: 'reading', done, total, found: found.drafts.length - before + more });
    progress(0);
    try {
      await readFiles(this.#engine.ingest, files, this.#mappings, {
        ...running,
        onPart: progress,
        onFiles: (readings, count) => {
          done += count;
          found.take(readings, role);
          progress(0);
        },
      });
    } catch (thrown) {
      if (running.signal.aborted) return;
      found.report([AppError.from(thrown)]);
    }
    await onRead();
  }
}

/** Whether a file is the one dropped as `path`, or in it. */
function lies(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
