import { AppError } from '../core/errors.ts';

/** What IndexedDB throws, as one of our codes: a full disk, or storage that cannot be used. */
export function storageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown as AppError;
  const full = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
  return full
    ? new AppError('storage-full', {}, thrown)
    : new AppError('storage-unavailable', {}, thrown);
}
