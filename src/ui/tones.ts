/** Quantities that colour can stand for: tokens `--near-1` … and `--stance-1` … of tones.css. */
export type Scale = 'near' | 'stance';

/** Steps of a scale; as many as a reader can tell apart in small marks. */
export const TONES = 7;

/** The token of a share in [0, 1] on a scale; what lies outside takes the end. */
export function toneOf(scale: Scale, share: number): `${Scale}-${number}` {
  const step = Math.min(TONES - 1, Math.max(0, Math.floor(share * TONES)));
  return `${scale}-${step + 1}`;
}

/** The tokens of a scale from its low end. */
export function tonesOf(scale: Scale): `${Scale}-${number}`[] {
  return Array.from({ length: TONES }, (_, step) => `${scale}-${step + 1}` as const);
}
