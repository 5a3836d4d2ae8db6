import type { Projection, Size } from './camera.ts';
import type { Highlight } from './highlight.ts';
import type { Inks } from './inks.ts';
import { linesOf, type Line } from './lines.ts';
import type { Looks, MarkSizes } from './points.ts';
import type { Raster, Stamp } from './raster.ts';
import type { Sprites } from './sprites.ts';

/** What is not singled out by the selection recedes to this opacity. */
const DIMMED = 0.26;

/** What the ground of the map is drawn from. */
export interface Ground {
  /** [points × 2] */
  readonly places: Float32Array;
  readonly looks: Looks;
  readonly highlight: Highlight;
  readonly sprites: Sprites;
  readonly inks: Inks;
  readonly projection: Projection;
  readonly size: Size;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly sizes: MarkSizes;
}

type Context = CanvasRenderingContext2D;

/** Draws the points into the raster, all of them or, with a selection, those that recede. */
export function stampMarks(raster: Raster, ground: Ground): void {
  const { places, looks, projection, ratio, highlight } = ground;
  const { mark, order, training } = looks;
  const { lit } = highlight;
  const { small, large } = stampsOf(raster, ground, lit === null ? 1 : DIMMED);
  const scale = projection.scale * ratio;
  const x0 = projection.x * ratio;
  const y0 = projection.y * ratio;
  for (let i = 0; i < order.length; i++) {
    const point = order[i]!;
    if (lit?.has(point)) continue;
    const stamp = (i < training ? small : large)[mark[point]!]!;
    // Whole pixels keep every mark as crisp as its sprite.
    const x = Math.round(x0 + scale * places[2 * point]!);
    const y = Math.round(y0 + scale * places[2 * point + 1]!);
    raster.stamp(stamp, x, y);
  }
}

function stampsOf(
  raster: Raster,
  { looks, sprites, sizes }: Ground,
  opacity: number,
): { small: Stamp[]; large: Stamp[] } {
  const all = (size: number): Stamp[] =>
    looks.marks.map((mark) => raster.stampOf(sprites.get(mark, size).pixels, opacity));
  return { small: all(sizes.training), large: all(sizes.scenario) };
}

/** Draws what the selection singles out, and its lines; `context` has the identity transform. */
export function drawLit(context: Context, ground: Ground): void {
  const { looks, highlight, sprites, sizes, ratio } = ground;
  const { lit } = highlight;
  if (lit === null) return;
  drawLines(context, ground);
  for (const point of looks.order) {
    if (!lit.has(point)) continue;
    const mark = looks.marks[looks.mark[point]!]!;
    const size = looks.scenario[point] ? sizes.scenario : sizes.training;
    const { bitmap } = sprites.get(mark, size);
    const { x, y } = screenOf(ground, point);
    const half = bitmap.width / 2;
    context.drawImage(bitmap, Math.round(x * ratio) - half, Math.round(y * ratio) - half);
  }
}

const DASHES: Readonly<Record<Line['kind'], number[]>> = {
  neighbour: [],
  missing: [8, 5],
  stranger: [1, 3],
  pair: [2, 4],
  thread: [],
};

/** Draws the lines that a selection has. */
function drawLines(context: Context, ground: Ground): void {
  const { inks, ratio } = ground;
  context.save();
  context.scale(ratio, ratio);
  context.lineWidth = 1;
  for (const { kind, x1, y1, x2, y2 } of linesOf(ground)) {
    const quiet = kind === 'thread' || kind === 'stranger';
    context.strokeStyle = quiet ? inks.secondary : inks.accent;
    context.setLineDash(DASHES[kind]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  context.restore();
}

/** A mark on the canvas, in CSS pixels. */
export interface OnScreen {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where the mark of a point is drawn. */
export function screenOf(ground: Ground, point: number): OnScreen {
  const { places, looks, projection, sizes } = ground;
  return {
    x: projection.x + projection.scale * places[2 * point]!,
    y: projection.y + projection.scale * places[2 * point + 1]!,
    radius: (looks.scenario[point] ? sizes.scenario : sizes.training) / 2,
  };
}
