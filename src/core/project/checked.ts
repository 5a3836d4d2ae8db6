import type { Role, Span } from '../corpus/model.ts';

/** Readers of stored values: each returns the value in its type or throws a `TypeError`. */
const ID = /^[0-9a-f]{16}$/;

/** Spans from start, end, start, end, …; null unless they are ascending ranges inside the text. */
export function readSpans(value: unknown, text: string): Span[] | null {
  if (!Array.isArray(value) || value.length % 2 !== 0) return null;
  const offsets: unknown[] = value;
  const spans: Span[] = [];
  let after = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    const [start, end] = [offsets[i], offsets[i + 1]];
    if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
    const span = { start: start as number, end: end as number };
    if (span.start < after || span.end <= span.start || span.end > text.length) return null;
    spans.push(span);
    after = span.end;
  }
  return spans.length === 0 && /\S/.test(text) ? null : spans;
}

export function readRole(value: unknown): Role {
  if (value === 'training' || value === 'evaluation') return value;
  throw new TypeError('no role');
}

export function identity(value: unknown): string {
  if (typeof value === 'string' && ID.test(value)) return value;
  throw new TypeError('no id');
}

export function string(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('no string');
}

export function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('no list');
}

export function whole(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new TypeError('no schema');
}

/** A count: 0, 1, 2, … */
export function tally(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError('no count');
}
