/** How far a transfer was at a time. */
export interface Mark {
  /** Milliseconds since any fixed moment. */
  readonly at: number;
  /** Bytes that had arrived. */
  readonly done: number;
}

export interface Pace {
  /** Bytes a second over the last `WINDOW` milliseconds; null while too little is known. */
  readonly rate: number | null;
  /** Seconds that the rest takes at that rate; null where the rate is unknown or zero. */
  readonly seconds: number | null;
}

/** Milliseconds that a rate looks back: long enough to be calm, short enough to notice a change. */
const WINDOW = 5000;

/** Milliseconds below which a rate would be noise. */
const SHORTEST = 500;

/** The marks that a rate still looks at, with a new one. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...marks.filter(({ at }) => mark.at - at <= WINDOW), mark];
}

/** Pace of a transfer of `total` bytes from the marks of the last seconds, oldest first. */
export function paceOf(marks: readonly Mark[], total: number): Pace {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || last.at - first.at < SHORTEST) return { rate: null, seconds: null };
  const rate = ((last.done - first.done) / (last.at - first.at)) * 1000;
  return { rate, seconds: rate > 0 ? (total - last.done) / rate : null };
}
