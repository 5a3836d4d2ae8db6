import type { AppError } from '../src/core/errors.ts';

export interface Command {
  /** A few words for the list of commands. */
  readonly about: string;
  readonly help: string;
  /**
   * @returns what could not be read; everything else was done
   * @throws UsageError, AppError
   */
  readonly run: (args: readonly string[]) => Promise<readonly AppError[]>;
}
