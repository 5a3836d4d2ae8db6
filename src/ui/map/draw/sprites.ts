import { markPath, type Mark } from '../../groups.ts';
import { inkOf, type Inks } from './inks.ts';

/** The largest path of `markPath` reaches this far beyond its size. */
const OVERHANG = 1.3;

/** A mark drawn once, to be copied wherever a point wears it. Its middle is in the middle. */
export interface Sprite {
  readonly bitmap: ImageBitmap;
  readonly pixels: ImageData;
}

/** The sprites of one theme and pixel density. */
export class Sprites {
  readonly #inks: Inks;
  readonly #ratio: number;
  readonly #ready = new Map<string, Sprite>();

  /** @param ratio device pixels per CSS pixel */
  constructor(inks: Inks, ratio: number) {
    this.#inks = inks;
    this.#ratio = ratio;
  }

  /** A mark `size` CSS pixels across, with a rim in paper colour that keeps neighbours apart. */
  get(mark: Mark, size: number): Sprite {
    const key = `${mark.shape} ${mark.ink} ${size}`;
    let sprite = this.#ready.get(key);
    if (!sprite) {
      sprite = this.#draw(mark, size);
      this.#ready.set(key, sprite);
    }
    return sprite;
  }

  #draw(mark: Mark, size: number): Sprite {
    const rim = size > 6 ? 1 : 0.5;
    const side = 2 * Math.ceil((size * OVERHANG * 0.5 + rim + 0.5) * this.#ratio);
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const path = new Path2D(markPath(mark.shape, size));
    context.translate(side / 2, side / 2);
    context.scale(this.#ratio, this.#ratio);
    context.lineJoin = 'round';
    context.lineWidth = 2 * rim;
    context.strokeStyle = this.#inks.paper;
    context.stroke(path);
    context.fillStyle = inkOf(mark, this.#inks);
    context.fill(path);
    const pixels = context.getImageData(0, 0, side, side);
    return { pixels, bitmap: canvas.transferToImageBitmap() };
  }
}
