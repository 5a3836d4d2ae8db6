/**
 * Marks stamped into pixels by hand. Needs no GPU and costs the same for every canvas
 * implementation: at 10,000 marks a third of what `drawImage` takes.
 */

/** A mark as pixels around its middle, ready for a raster of one width. */
export interface Stamp {
  /** Half the side of its square, in pixels. */
  readonly half: number;
  /** Offsets into the raster of pixels that cover what is beneath, and their colours. */
  readonly solid: Int32Array;
  readonly solidColour: Uint32Array;
  /** Offsets of pixels that mix with what is beneath, their colours, and their share of 256. */
  readonly soft: Int32Array;
  readonly softColour: Uint32Array;
  readonly softShare: Uint16Array;
}

/** Opaque pixels, and a margin around them, so that marks need no clipping at the edges. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly #margin: number;
  readonly #stride: number;
  readonly #image: ImageData;
  /** Signed: V8 keeps no unsigned number of 32 bits small. */
  readonly #pixels: Int32Array;
  readonly #stamps = new WeakMap<ImageData, Map<number, Stamp>>();
  #paper = 0;

  /** @param margin twice the half side of the largest stamp; all in pixels */
  constructor(width: number, height: number, margin: number) {
    this.width = width;
    this.height = height;
    this.#margin = margin;
    this.#stride = width + 2 * margin;
    this.#image = new ImageData(this.#stride, height + 2 * margin);
    this.#pixels = new Int32Array(this.#image.data.buffer);
  }

  /** What all of it was last filled with, as a signed number. */
  get paper(): number {
    return this.#paper;
  }

  clear(colour: number): void {
    this.#paper = colour | 0;
    this.#pixels.fill(colour);
  }

  /** Fills a box; what lies outside is left out. */
  fill(x: number, y: number, width: number, height: number, colour: number): void {
    const clip = (value: number, most: number): number => Math.max(0, Math.min(most, value));
    const left = clip(x, this.width);
    const right = clip(x + width, this.width);
    for (let row = clip(y, this.height); row < clip(y + height, this.height); row++) {
      this.#pixels.fill(colour, this.#at(left, row), this.#at(right, row));
    }
  }

  /**
   * Mixes a colour into a square whose first pixel may lie within the margin. Most squares lie on bare
   * paper, where nothing has to be mixed any more.
   * @param share of 256
   * @param onPaper the colour as it is when it is mixed into the paper, as `mix` does
   */
  tint(x: number, y: number, side: number, colour: number, share: number, onPaper: number): void {
    const pixels = this.#pixels;
    const paper = this.#paper;
    const rest = 256 - share;
    const redBlue = Math.imul(colour & 0xff00ff, share);
    const green = Math.imul(colour & 0x00ff00, share);
    let at = this.#at(x, y);
    for (let row = 0; row < side; row++, at += this.#stride) {
      for (let p = at; p < at + side; p++) {
        const under = pixels[p]!;
        pixels[p] =
          under === paper
            ? onPaper
            : 0xff000000 |
              (((Math.imul(under & 0xff00ff, rest) + redBlue) >>> 8) & 0xff00ff) |
              (((Math.imul(under & 0x00ff00, rest) + green) >>> 8) & 0x00ff00);
      }
    }
  }

  /** A mark's pixels for this raster, made once. @param opacity in [0, 1] */
  stampOf(mark: ImageData, opacity: number): Stamp {
    let ready = this.#stamps.get(mark);
    if (!ready) this.#stamps.set(mark, (ready = new Map<number, Stamp>()));
    let stamp = ready.get(opacity);
    if (!stamp) ready.set(opacity, (stamp = this.#makeStamp(mark, opacity)));
    return stamp;
  }

  /** Stamps a mark with its middle at a pixel; out of sight nothing is done. */
  stamp(stamp: Stamp, x: number, y: number): void {
    const { half, solid, solidColour, soft, softColour, softShare } = stamp;
    if (x <= -half || y <= -half || x >= this.width + half || y >= this.height + half) return;
    const pixels = this.#pixels;
    const middle = this.#at(x, y);
    for (let i = 0; i < solid.length; i++) pixels[middle + solid[i]!] = solidColour[i]!;
    for (let i = 0; i < soft.length; i++) {
      const at = middle + soft[i]!;
      pixels[at] = mix(softColour[i]!, pixels[at]!, softShare[i]!);
    }
  }

  /** Brings the pixels onto a canvas of the raster's size. */
  put(context: CanvasRenderingContext2D): void {
    const margin = this.#margin;
    context.putImageData(this.#image, -margin, -margin, margin, margin, this.width, this.height);
  }

  #makeStamp({ data, width }: ImageData, opacity: number): Stamp {
    const half = width / 2;
    const colours = new Uint32Array(data.buffer);
    const solid: [offset: number, colour: number][] = [];
    const soft: [offset: number, colour: number, share: number][] = [];
    colours.forEach((colour, i) => {
      const alpha = opacity * data[4 * i + 3]!;
      if (alpha < 1) return;
      const offset = (Math.floor(i / width) - half) * this.#stride + (i % width) - half;
      if (alpha >= 255) solid.push([offset, colour]);
      else soft.push([offset, colour, Math.round((alpha / 255) * 256)]);
    });
    return {
      half,
      solid: Int32Array.from(solid, ([offset]) => offset),
      solidColour: Uint32Array.from(solid, ([, colour]) => colour),
      soft: Int32Array.from(soft, ([offset]) => offset),
      softColour: Uint32Array.from(soft, ([, colour]) => colour),
      softShare: Uint16Array.from(soft, ([, , share]) => share),
    };
  }

  #at(x: number, y: number): number {
    return (y + this.#margin) * this.#stride + x + this.#margin;
  }
}

/** Two opaque colours mixed, `share` of 256 of the first; red and blue together, green between them. */
export function mix(over: number, under: number, share: number): number {
  const rest = 256 - share;
  const redBlue = ((over & 0xff00ff) * share + (under & 0xff00ff) * rest) >>> 8;
  const green = ((over & 0x00ff00) * share + (under & 0x00ff00) * rest) >>> 8;
  return (0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00)) >>> 0;
}

/** An opaque CSS colour as one pixel. */
export function pixelOf(colour: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0]!;
}
