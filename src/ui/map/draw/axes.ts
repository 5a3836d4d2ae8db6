import type { Place } from '../place/place.ts';
import type { Ground } from './ground.ts';
import type { Raster } from './raster.ts';

/** What stands at the ends of the two axes, where a layout has axes that mean something. */
export interface AxisLabels {
  readonly across: string;
  readonly up: string;
}

/** Where the mean of the space is drawn, in CSS pixels. */
export function meanOf({ frame }: Place, { projection }: Ground): { x: number; y: number } {
  return {
    x: projection.x - (projection.scale * frame.x) / frame.unit,
    y: projection.y + (projection.scale * frame.y) / frame.unit,
  };
}

/** Draws the two axes through the mean of the space as hairlines. */
export function ruleAxes(raster: Raster, place: Place, ground: Ground): void {
  const { x, y } = meanOf(place, ground);
  const thick = Math.max(1, Math.round(ground.ratio));
  const colour = ground.inks.hairlinePixel;
  raster.fill(0, Math.round(y * ground.ratio), raster.width, thick, colour);
  raster.fill(Math.round(x * ground.ratio), 0, thick, raster.height, colour);
}

/** Writes what the axes are at their ends. */
export function nameAxes(
  context: CanvasRenderingContext2D,
  labels: AxisLabels,
  place: Place,
  ground: Ground,
): void {
  const { size, inks, ratio } = ground;
  const { x, y } = meanOf(place, ground);
  context.save();
  context.scale(ratio, ratio);
  context.fillStyle = inks.secondary;
  context.font = `12px ${inks.sans}`;
  context.textBaseline = 'bottom';
  context.textAlign = 'right';
  context.fillText(labels.across, size.width - 8, y - 4);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillText(labels.up, x + 6, 8);
  context.restore();
}
