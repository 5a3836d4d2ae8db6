import { screenOf, type Ground } from './ground.ts';

/** A line on the canvas, in CSS pixels. */
export interface Line {
  /**
   * To a true neighbour, to one that the map puts elsewhere, to a point that is near on the map alone,
   * to the scenario that a document is held against, or to the next passage.
   */
  readonly kind: 'neighbour' | 'missing' | 'stranger' | 'pair' | 'thread';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The lines of the selection, from rim to rim; where rims touch there is none. */
export function linesOf(ground: Ground): Line[] {
  const { selected, thread, pair, neighbours, missing, strangers } = ground.highlight;
  const threads = thread.slice(1).map((to, i) => line(ground, 'thread', thread[i]!, to));
  const [from] = selected;
  if (from === undefined || selected.length > 1) return threads.filter((one) => one !== null);
  const [against] = pair.length === 1 && !neighbours.includes(pair[0]!) ? pair : [];
  return [
    ...threads,
    ...strangers.map((to) => line(ground, 'stranger', from, to)),
    ...neighbours.map((to) => line(ground, missing.has(to) ? 'missing' : 'neighbour', from, to)),
    against === undefined ? null : line(ground, 'pair', from, against),
  ].filter((one) => one !== null);
}

function line(ground: Ground, kind: Line['kind'], from: number, to: number): Line | null {
  const a = screenOf(ground, from);
  const b = screenOf(ground, to);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const start = a.radius + 4;
  const end = length - b.radius - 2;
  if (end <= start) return null;
  const stepX = (b.x - a.x) / length;
  const stepY = (b.y - a.y) / length;
  return {
    kind,
    x1: a.x + stepX * start,
    y1: a.y + stepY * start,
    x2: a.x + stepX * end,
    y2: a.y + stepY * end,
  };
}

/** Whether a line runs through a box (Liang and Barsky's clipping). */
export function crosses(
  { x1, y1, x2, y2 }: Line,
  box: { left: number; top: number; right: number; bottom: number },
): boolean {
  let enter = 0;
  let leave = 1;
  const edges = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ] as const;
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter < leave;
}
