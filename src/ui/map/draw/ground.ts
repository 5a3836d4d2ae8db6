import { CROWD_SCENARIOS, SMOOTH_MARKS } from '../../../core/limits.ts';
import type { Highlight } from '../look/highlight.ts';
import { LARGEST_MARK, type Looks, type MarkSizes } from '../look/points.ts';
import type { Projection, Size } from '../place/camera.ts';
import { countUpTo, type Batch, type Layers, type Window } from './batch.ts';
import type { Inks } from './inks.ts';
import { linesOf, type Line } from './lines.ts';
import type { Raster, Stamp } from './raster.ts';
import { receding, splatStyle, type Splats } from './splats.ts';
import type { Sprites } from './sprites.ts';

/** What is not singled out by the selection recedes to this opacity. */
export const DIMMED = 0.26;

/** What the ground of the map is drawn from. */
export interface Ground {
  /** [points × 2] */
  readonly places: Float32Array;
  readonly looks: Looks;
  readonly highlight: Highlight;
  readonly sprites: Sprites;
  readonly splats: Splats;
  readonly inks: Inks;
  readonly projection: Projection;
  readonly size: Size;
  /** What the whole map takes on the screen, in CSS pixels. */
  readonly extent: Size;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly sizes: MarkSizes;
}

type Context = CanvasRenderingContext2D;

/** Draws what is beneath the lines of a selection into the raster. @returns whether points crowd */
export function drawLayers(raster: Raster, ground: Ground, { quiet, loud }: Layers): boolean {
  const window = windowOf(ground);
  const louds = countUpTo(loud, window, SMOOTH_MARKS);
  const quiets = countUpTo(quiet, window, SMOOTH_MARKS);
  const crowded = quiets + louds > SMOOTH_MARKS;
  const receding = loud.points.length > 0 || ground.highlight.lit !== null;
  if (crowded) splatBatch(raster, ground, quiet, receding ? DIMMED : 1);
  else stampBatch(raster, ground, quiet, 0, receding ? DIMMED : 1);
  if (louds > SMOOTH_MARKS) splatBatch(raster, ground, loud, 1);
  else stampBatch(raster, ground, loud, 0, 1);
  return crowded;
}

/** Draws a batch from a point on, each mark with its shape and smooth edges. */
function stampBatch(
  raster: Raster,
  ground: Ground,
  { places, mark, training }: Batch,
  from: number,
  opacity: number,
): void {
  const { projection, ratio } = ground;
  const { small, large } = stampsOf(raster, ground, opacity);
  const scale = projection.scale * ratio;
  const x0 = projection.x * ratio;
  const y0 = projection.y * ratio;
  const reach = LARGEST_MARK * ratio;
  const [width, height] = [raster.width + reach, raster.height + reach];
  for (let i = from; i < mark.length; i++) {
    const x = x0 + scale * places[2 * i]!;
    const y = y0 + scale * places[2 * i + 1]!;
    if (x < -reach || y < -reach || x > width || y > height) continue;
    // Whole pixels keep every mark as crisp as its sprite.
    const stamp = (i < training ? small : large)[mark[i]!]!;
    raster.stamp(stamp, Math.round(x), Math.round(y));
  }
}

/** Draws a batch as density; scenarios keep their shapes unless they crowd themselves. */
function splatBatch(raster: Raster, ground: Ground, batch: Batch, strength: number): void {
  const { looks, inks, projection, ratio, extent } = ground;
  const paper = inks.paperPixel;
  const colours = Uint32Array.from(looks.marks, ({ ink }) =>
    receding(inks.markPixels.get(ink) ?? 0, paper, strength),
  );
  const device = {
    scale: projection.scale * ratio,
    x: projection.x * ratio,
    y: projection.y * ratio,
  };
  const style = splatStyle(looks.order.length, extent, ratio);
  const all = batch.points.length;
  const shaped = all - batch.training <= CROWD_SCENARIOS;
  const { splats } = ground;
  splats.draw(raster, batch, shaped ? batch.training : all, device, colours, style);
  if (shaped) stampBatch(raster, ground, batch, batch.training, strength);
}

/** What of the map lies on the canvas. */
export function windowOf({ projection: { scale, x, y }, size }: Ground): Window {
  return {
    left: -x / scale,
    top: -y / scale,
    right: (size.width - x) / scale,
    bottom: (size.height - y) / scale,
  };
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
  const byRole = [...lit].sort((a, b) => looks.scenario[a]! - looks.scenario[b]!);
  for (const point of byRole) {
    const mark = looks.marks[looks.mark[point]!]!;
    const size = looks.scenario[point] ? sizes.scenario : sizes.training;
    const { bitmap } = sprites.get(mark, size);
    const { x, y } = screenOf(ground, point);
    const half = bitmap.width / 2;
    context.drawImage(bitmap, Math.round(x * ratio) - half, Math.round(y * ratio) - half);
  }
}

export const DASHES: Readonly<Record<Line['kind'], number[]>> = {
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
