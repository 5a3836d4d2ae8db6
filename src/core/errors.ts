/**
 * Every way in which Parable can fail, as one closed union: the code names what happened, the
 * parameters say to what. Words for the reader are made in `src/ui/words/errors.ts`, so that a
 * code without words does not compile.
 */
export interface ErrorParams {
  'archive-nested': { file: string };
  'archive-too-large': { file: string; bytes: number; limit: number };
  'archive-too-many': { file: string; limit: number };
  cancelled: Record<never, never>;
  'csv-malformed': { file: string; line: number };
  'csv-without-text': { file: string; columns: string };
  'demo-mismatch': { url: string };
  'demo-unavailable': { url: string };
  'device-failed': { encoder: string; reason: string };
  'device-refused': { encoder: string; cosine: number };
  'document-too-long': { file: string; line: number; chars: number; limit: number };
  'download-corrupt': { encoder: string; file: string; reason: string };
  'download-interrupted': { encoder: string; bytes: number; total: number };
  'download-no-room': { encoder: string; bytes: number; total: number };
  'encoder-elsewhere': { encoder: string };
  'encoder-fewer-workers': { encoder: string; workers: number };
  'encoder-memory': { encoder: string };
  'encoder-wrong': { encoder: string; reason: string };
  'file-binary': { file: string };
  'file-damaged': { file: string };
  'file-empty': { file: string };
  'file-encrypted': { file: string };
  'file-fatal': { file: string; attempts: number };
  'file-stuck': { file: string };
  'file-too-large': { file: string; bytes: number; limit: number };
  'file-unreadable': { file: string };
  'file-unsupported': { file: string; extension: string };
  'insecure-context': Record<never, never>;
  'folder-empty': { folder: string };
  'hub-file-missing': { encoder: string; file: string };
  'hub-model-unknown': { encoder: string };
  'hub-refused': { encoder: string; reason: string };
  'hub-unreachable': { encoder: string };
  'json-file-malformed': { file: string };
  'json-malformed': { file: string; line: number };
  'model-corrupt': { encoder: string; file: string; reason: string };
  'model-missing': { encoder: string; file: string };
  'model-unsupported': { encoder: string; reason: string };
  'pattern-malformed': { pattern: string; reason: string };
  'pattern-stuck': { pattern: string };
  'predictions-malformed': { id: string; reason: string };
  'pdf-unavailable': { file: string };
  'pdf-without-text': { file: string };
  /** `of` is null where the file does not say how many documents it had. */
  'project-cut-short': { file: string; documents: number; of: number | null };
  'project-damaged': { file: string; records: number };
  'project-malformed': { file: string };
  'project-newer': { file: string; found: number; known: number };
  /** `id` is empty where the record has none. */
  'record-malformed': { kind: string; id: string };
  'record-without-text': { file: string; line: number };
  'storage-full': Record<never, never>;
  'storage-newer': { found: number; known: number };
  'storage-unavailable': Record<never, never>;
  'too-many-files': { count: number; limit: number };
  'vector-length': { file: string; line: number; found: number; expected: number };
  'vector-unusable': { file: string; line: number; fault: 'zero' | 'infinite' };
  'vectors-malformed': { file: string; reason: string };
  'vectors-misfit': { file: string; rows: number; table: string; records: number };
  'vectors-without-table': { file: string };
  'view-unknown': { version: string };
  'worker-died': { worker: string };
  'worker-stuck': { worker: string };
  'worker-unavailable': { worker: string; attempts: number };
  unexpected: { message: string };
}

export type ErrorCode = keyof ErrorParams;

/** What crosses a worker boundary: plain data, nothing that structured cloning loses. */
export type ErrorRecord = {
  [C in ErrorCode]: { code: C; params: ErrorParams[C]; cause: string | null };
}[ErrorCode];

/** A failure with a code of the closed union; `message` is for logs, never for the screen. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly params: ErrorParams[C];

  constructor(code: C, params: ErrorParams[C], cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  toRecord(): ErrorRecord {
    const cause = this.cause === undefined ? null : describe(this.cause);
    return { code: this.code, params: this.params, cause } as ErrorRecord;
  }

  static fromRecord(record: ErrorRecord): AppError {
    return new AppError(record.code, record.params, record.cause ?? undefined);
  }

  /** Any thrown value as an `AppError`; what is not one of ours becomes `unexpected`. */
  static from(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown as AppError;
    return new AppError('unexpected', { message: describe(thrown) }, thrown);
  }
}

/** Narrows a thrown value to an `AppError` of one code. */
export function isError<C extends ErrorCode>(thrown: unknown, code: C): thrown is AppError<C> {
  return thrown instanceof AppError && thrown.code === code;
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
