import type { Outline } from '../gather/outline.ts';
import type { Place } from '../place/place.ts';
import { labelsOf } from './captions.ts';
import { screenOf, type Ground } from './ground.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** What lies over the points: rings, labels, the mark under the pointer or the keyboard's. */
export interface Overlay {
  readonly place: Place;
  readonly ground: Ground;
  readonly hovered: number | null;
  readonly cursor: number | null;
  readonly outline: Outline | null;
  /** So few points are in view that each may carry a label. */
  readonly few: boolean;
  /** Points are drawn as density. */
  readonly crowded: boolean;
  readonly label: Scene['label'];
  readonly regions: Scene['regions'];
}

/** Pixels between a mark and its ring. */
const RING = 4;
/** The keyboard's ring is wider, so that both can be seen. */
const CURSOR_RING = 7;

/** Draws rings and labels; `context` has the identity transform and is clear. */
export function drawOverlay(context: Context, overlay: Overlay): void {
  const { ground, hovered, cursor } = overlay;
  const { highlight, inks, ratio } = ground;
  context.save();
  context.scale(ratio, ratio);
  for (const point of highlight.pair) ring(context, ground, point, inks.accent, 1, RING);
  const width = highlight.selected.length === 1 ? 2 : 1;
  for (const point of highlight.selected) ring(context, ground, point, inks.accent, width, RING);
  if (hovered !== null) ring(context, ground, hovered, inks.ink, 1, RING);
  if (cursor !== null) ring(context, ground, cursor, inks.ink, 2, CURSOR_RING);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = inks.paper;
  for (const { text, font, colour, x, y } of labelsOf(context, overlay)) {
    context.font = font;
    context.fillStyle = colour;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  if (overlay.outline) sketch(context, overlay.outline, inks.accent);
  context.restore();
}

/** Draws what is being drawn to gather points. */
function sketch(context: Context, outline: Outline, colour: string): void {
  context.beginPath();
  outline.forEach(([x, y]) => context.lineTo(x, y));
  context.closePath();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = colour;
  context.globalAlpha = 0.08;
  context.fill();
}

function ring(
  context: Context,
  ground: Ground,
  point: number,
  colour: string,
  width: number,
  away: number,
): void {
  const { x, y, radius } = screenOf(ground, point);
  context.beginPath();
  context.arc(x, y, radius + away, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
