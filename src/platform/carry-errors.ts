import * as Comlink from 'comlink';
import { AppError, type ErrorRecord } from '../core/errors.ts';

let carried = false;

/**
 * Makes whatever is thrown on one side of a worker boundary arrive on the other as an `AppError`
 * with its code, parameters and cause, of which Comlink's own handler would drop all. For the page
 * and for every worker.
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
