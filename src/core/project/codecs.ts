/** How one field of a view is spelt in a URL hash; only `[a-z0-9,.-]` is ever written. */
export interface Codec<T> {
  write(value: T): string;
  /** undefined for what is not a value of this field. */
  read(text: string): T | undefined;
}

export interface Camera {
  /** The place in the middle of the screen; the map spans [−1, 1]. */
  readonly x: number;
  readonly y: number;
  /** Magnification over the map fitted to the screen. */
  readonly k: number;
}

/** Content hashes of documents and groups (`contentHash`). */
const ID = /^[0-9a-f]{16}$/;
const NUMBER = /^-?\d{1,9}(?:\.\d{1,9})?$/;

const MAX_HIDDEN = 1000;
const MAX_INDEX = 1e6;
const MAX_OFFSET = 100;
const MIN_ZOOM = 0.01;
const MAX_ZOOM = 1e4;

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Codec<T> {
  return {
    write: (value) => value,
    read: (text) => words.find((word) => word === text),
  };
}

/** One of a few words, or nothing. */
export function maybe<T extends string>(...words: readonly T[]): Codec<T | null> {
  return {
    write: (value) => value ?? '',
    read: (text) => words.find((word) => word === text),
  };
}

export const id: Codec<string | null> = {
  write: (value) => (value !== null && ID.test(value) ? value : ''),
  read: (text) => (ID.test(text) ? text : undefined),
};

/** Ids without repeats, at most `MAX_HIDDEN`. */
export const ids: Codec<readonly string[]> = {
  write: (values) => distinct(values).join(','),
  read: (text) => distinct(text.split(',')),
};

/** A whole number from 0. */
export const index: Codec<number | null> = {
  write: (value) => (value !== null && isIndex(value) ? String(value) : ''),
  read: (text) => (/^\d{1,9}$/.test(text) && isIndex(Number(text)) ? Number(text) : undefined),
};

/** `x,y,k`: finite, clamped, places to 1e-5 (half a pixel at a magnification of 200), `k` to 1e-3. */
export const camera: Codec<Camera | null> = {
  write: (value) => {
    const kept = value && clampCamera(value);
    return kept ? [kept.x, kept.y, kept.k].join() : '';
  },
  read: (text) => {
    const parts = text.split(',');
    if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return undefined;
    const [x = NaN, y = NaN, k = NaN] = parts.map(Number);
    return clampCamera({ x, y, k }) ?? undefined;
  },
};

function clampCamera({ x, y, k }: Camera): Camera | null {
  if (![x, y, k].every(Number.isFinite)) return null;
  const round = (value: number, steps: number): number => Math.round(value * steps) / steps + 0;
  return {
    x: round(clamp(x, -MAX_OFFSET, MAX_OFFSET), 1e5),
    y: round(clamp(y, -MAX_OFFSET, MAX_OFFSET), 1e5),
    k: round(clamp(k, MIN_ZOOM, MAX_ZOOM), 1e3),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => ID.test(value)))].slice(0, MAX_HIDDEN);
}

function isIndex(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_INDEX;
}
