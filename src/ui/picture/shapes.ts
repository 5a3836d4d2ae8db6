/** A drawing as data: written as SVG, or painted on a canvas, with the same result. In CSS pixels. */

export interface PathShape {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  /** Of the line; 1 by default. */
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** The line lies beneath the fill, as a rim. */
  readonly rim?: boolean;
  readonly round?: boolean;
}

export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly size: number;
  /** Family names as CSS writes them. */
  readonly family: string;
  readonly fill: string;
  readonly weight?: number;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of a rim that keeps the text apart from what it stands on. */
  readonly halo?: string;
  /** Read from bottom to top. */
  readonly upwards?: boolean;
}

export interface ImageShape {
  readonly kind: 'image';
  readonly width: number;
  readonly height: number;
  readonly source: HTMLCanvasElement;
}

/** Shapes moved to a place and, where it has a size, cut off at it. */
export interface GroupShape {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly clip?: { readonly width: number; readonly height: number };
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape | ImageShape | GroupShape;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Null for none. */
  readonly background: string | null;
  readonly shapes: readonly Shape[];
}

/** A straight line. */
export const lineShape = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  style: Omit<PathShape, 'kind' | 'd'>,
): PathShape => ({ kind: 'path', d: `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`, ...style });

/** A box. */
export const boxShape = (
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  style: Omit<PathShape, 'kind' | 'd'>,
): PathShape => ({
  kind: 'path',
  d: `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}Z`,
  ...style,
});

/** A circle. */
export const circleShape = (
  x: number,
  y: number,
  r: number,
  style: Omit<PathShape, 'kind' | 'd'>,
): PathShape => ({
  kind: 'path',
  d: `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 1 ${px(2 * r)} 0a${px(r)} ${px(r)} 0 1 1 ${px(-2 * r)} 0Z`,
  ...style,
});

/** A number of pixels as it is written: to a hundredth. */
export const px = (value: number): string => String(Math.round(value * 100) / 100 || 0);
