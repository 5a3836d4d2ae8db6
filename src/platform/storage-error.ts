import { AppError } from '../core/errors.ts';

/** What IndexedDB or the Cache API throws, as one of our codes: a full disk, or storage that cannot be used. */
export function storageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown as AppError;
  return isQuota(thrown)
    ? new AppError('storage-full', {}, thrown)
    : new AppError('storage-unavailable', {}, thrown);
}

/** Whether a write failed for want of space. */
export function isQuota(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
}
