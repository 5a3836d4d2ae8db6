/** Vertical extent of a passage in the pane, in pixels from its top edge. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** One end of a line: the middle of what is visible of its passage. */
export interface End {
  readonly y: number;
  /** Scrolled out of sight: the line ends at the pane's edge and is drawn back. */
  readonly away: boolean;
}

/** Distance that a line keeps from the pane's upper and lower edge. */
const EDGE = 6;

export function endOf({ top, bottom }: Extent, height: number): End {
  if (bottom <= 0) return { y: EDGE, away: true };
  if (top >= height) return { y: height - EDGE, away: true };
  const y = (Math.max(0, top) + Math.min(height, bottom)) / 2;
  return { y: Math.min(height - EDGE, Math.max(EDGE, y)), away: false };
}

/** Path of a line across the gutter, level at both ends. */
export function linePath(from: End, to: End, width: number): string {
  const half = width / 2;
  return `M0 ${from.y}C${half} ${from.y} ${half} ${to.y} ${width} ${to.y}`;
}

/**
 * How far to scroll so that a passage is in sight, or null if it already is: one that is taller
 * than the pane counts as seen when its beginning is.
 */
export function scrollToSee(passage: Extent, height: number, scrollTop: number): number | null {
  const fits = passage.bottom - passage.top <= height;
  const seen = passage.top >= 0 && (fits ? passage.bottom <= height : passage.top < height / 2);
  if (seen) return null;
  const room = fits ? (height - (passage.bottom - passage.top)) / 2 : EDGE;
  return Math.max(0, scrollTop + passage.top - room);
}
