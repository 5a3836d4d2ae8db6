import * as Comlink from 'comlink';
import { AppError, type ErrorRecord } from '../core/errors.ts';

let carried = false;

/**
 * Comlink carries only name, message and stack of an error. This replaces its handler, on the page
 * and in every worker, so that whatever is thrown on one side arrives on the other as an `AppError`
 * with code, parameters and cause.
 */
export function carryErrors(): void {
  if (carried) return;
  const original = Comlink.transferHandlers.get('throw');
  if (!original) throw new Error('Comlink has no handler for thrown values');
  const handler: Comlink.TransferHandler<{ value: unknown }, ErrorRecord> = {
    canHandle: (value): value is { value: unknown } => original.canHandle(value),
    serialize: ({ value }) => [AppError.from(value).toRecord(), []],
    deserialize: (record) => {
      throw AppError.fromRecord(record);
    },
  };
  Comlink.transferHandlers.set('throw', handler);
  carried = true;
}
