import { HISTORY_STEPS } from '../limits.ts';

/** Steps of looking: where one was, where one is, and where one came back from. Never changed in place. */
export interface Trail<T> {
  readonly back: readonly T[];
  readonly now: T;
  readonly forth: readonly T[];
}

/** A trail that has just begun. */
export function startTrail<T>(now: T): Trail<T> {
  return { back: [], now, forth: [] };
}

/** Goes on to something new; what one came back from is forgotten, and so is the oldest step. */
export function goOn<T>(trail: Trail<T>, next: T, limit = HISTORY_STEPS): Trail<T> {
  return { back: [...trail.back, trail.now].slice(-limit), now: next, forth: [] };
}

/** One step back, or null where there is none. */
export function goBack<T>({ back, now, forth }: Trail<T>): Trail<T> | null {
  const last = back.at(-1);
  if (last === undefined) return null;
  return { back: back.slice(0, -1), now: last, forth: [...forth, now] };
}

/** One step forth again, or null where there is none. */
export function goForth<T>({ back, now, forth }: Trail<T>): Trail<T> | null {
  const next = forth.at(-1);
  if (next === undefined) return null;
  return { back: [...back, now], now: next, forth: forth.slice(0, -1) };
}
