import type { Camera } from '../../../core/project/view.ts';

/**
 * The way from a map's own coordinates to the screen, in two steps: a `Frame` brings any layout into
 * [−1, 1] (so that cameras, links and animations outlive a change of layout), a `Projection` brings
 * that onto a canvas.
 */

/** The box around all points of a map, in the map's units; `unit` is its larger half side, never 0. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly unit: number;
}

export type { Camera };

/** d3-zoom's transform, over the fitted map. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `screen = scale · place + (x, y)` */
export interface Projection {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const FITTED: Camera = { x: 0, y: 0, k: 1 };

/** Frame around positions ([points × 2]); a unit box around one place, or around nothing. */
export function frameOf(positions: Float32Array): Frame {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let i = 0; i < positions.length; i += 2) {
    const x = positions[i]!;
    const y = positions[i + 1]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  if (left > right) return { x: 0, y: 0, halfWidth: 0, halfHeight: 0, unit: 1 };
  const halfWidth = (right - left) / 2;
  const halfHeight = (top - bottom) / 2;
  const unit = Math.max(halfWidth, halfHeight) || 1;
  return { x: (left + right) / 2, y: (bottom + top) / 2, halfWidth, halfHeight, unit };
}

/** Positions as places: within ±1, the middle at 0, y downwards as on the screen. [points × 2] */
export function placesOf(positions: Float32Array, frame: Frame): Float32Array<ArrayBuffer> {
  const places = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 2) {
    places[i] = (positions[i]! - frame.x) / frame.unit;
    places[i + 1] = (frame.y - positions[i + 1]!) / frame.unit;
  }
  return places;
}

/** Pixels of one place unit when the whole frame fits with a margin. */
export function fitScale(frame: Frame, { width, height }: Size, margin: number): number {
  const room = (side: number): number => Math.max(1, side - 2 * margin) / 2;
  const across = (room(width) * frame.unit) / frame.halfWidth;
  const down = (room(height) * frame.unit) / frame.halfHeight;
  // One place, or a line, has no extent to fit; it then stands in the middle at half the size.
  const most = Math.min(room(width), room(height));
  return Math.min(across, down, frame.halfWidth + frame.halfHeight > 0 ? Infinity : most);
}

/** Margin of a fit: room for labels at the edge, less of it on a phone. */
export function marginFor({ width, height }: Size): number {
  return Math.max(24, Math.min(64, 0.09 * Math.min(width, height)));
}

/** d3-zoom's transform that shows what a camera names. */
export function toTransform({ x, y, k }: Camera, { width, height }: Size, fit: number): Transform {
  return {
    k,
    x: width / 2 - k * (width / 2 + x * fit),
    y: height / 2 - k * (height / 2 + y * fit),
  };
}

/** The camera behind d3-zoom's transform; inverse of `toTransform`. */
export function toCamera({ x, y, k }: Transform, { width, height }: Size, fit: number): Camera {
  return {
    k,
    x: ((width / 2 - x) / k - width / 2) / fit,
    y: ((height / 2 - y) / k - height / 2) / fit,
  };
}

/** From places to pixels. */
export function projectionOf({ x, y, k }: Transform, size: Size, fit: number): Projection {
  return { scale: k * fit, x: (k * size.width) / 2 + x, y: (k * size.height) / 2 + y };
}

/** Whether two cameras show the same, to less than a pixel. */
export function sameCamera(a: Camera, b: Camera): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-3;
  return near(a.x, b.x) && near(a.y, b.y) && near(a.k / b.k, 1);
}
