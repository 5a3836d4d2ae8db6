import type { Outline } from '../gather/outline.ts';
import type { Highlight } from '../look/highlight.ts';
import { FEW, LARGEST_MARK, markSizes, type Looks } from '../look/points.ts';
import type { Projection } from '../place/camera.ts';
import { nameAxes, ruleAxes } from './axes.ts';
import { layersOf, countUpTo, type Layers } from './batch.ts';
import { labelsOf } from './captions.ts';
import type { Contour } from './contours.ts';
import { drawLayers, drawLit, windowOf, type Ground } from './ground.ts';
import { readInks, type Inks } from './inks.ts';
import { drawOverlay } from './overlay.ts';
import { Raster } from './raster.ts';
import type { Scene } from './scene.ts';
import type { Snapshot } from './snapshot.ts';
import { Splats } from './splats.ts';
import { Sprites } from './sprites.ts';
import type { Surface } from './surface.ts';

type Context = CanvasRenderingContext2D;

/** CSS pixels across a cell in which density is counted. */
const CELL = 5;

/** What pointer and keyboard are at. */
export interface Pointed {
  readonly hovered: number | null;
  readonly cursor: number | null;
  /** What is being drawn to gather points. */
  readonly outline: Outline | null;
}

/** Draws a scene: knows pixels and theme, and nothing of what moves the map. */
export class Painter {
  readonly #element: Element;
  #inks: Inks;
  #sprites: Sprites;
  readonly #splats = new Splats();
  #raster = new Raster(1, 1, 0);
  #surface: Surface = { width: 0, height: 0, pixelWidth: 0, pixelHeight: 0, ratio: 1 };
  #layers: Layers | null = null;
  #layersFor: readonly unknown[] = [];
  #contours: {
    readonly layers: Layers;
    readonly found: readonly Contour[];
    readonly lines: readonly Path2D[];
  } | null = null;
  /** More points are in view than are drawn with their shapes. */
  crowded = false;

  /** @param element whose theme holds */
  constructor(element: Element) {
    this.#element = element;
    this.#inks = readInks(element);
    this.#sprites = new Sprites(this.#inks, 1);
  }

  /** Reads the theme's tokens anew. */
  retheme(): void {
    this.#inks = readInks(this.#element);
    this.#sprites = new Sprites(this.#inks, this.#surface.ratio);
  }

  resize(surface: Surface): void {
    this.#surface = surface;
    this.#sprites = new Sprites(this.#inks, surface.ratio);
    const margin = Math.ceil(2 * LARGEST_MARK * surface.ratio);
    const side = (pixels: number): number => Math.max(1, pixels);
    this.#raster = new Raster(side(surface.pixelWidth), side(surface.pixelHeight), margin);
  }

  /** What a scene is drawn from. @param places where its points are now, [points × 2] */
  ground(scene: Scene, places: Float32Array, projection: Projection, k: number): Ground {
    const { looks, highlight, place } = scene;
    const { halfWidth, halfHeight, unit } = place.frame;
    const pixels = (half: number): number => Math.max(1, (2 * projection.scale * half) / unit);
    return {
      places,
      looks,
      highlight,
      projection,
      sprites: this.#sprites,
      splats: this.#splats,
      inks: this.#inks,
      size: this.#surface,
      extent: { width: pixels(halfWidth), height: pixels(halfHeight) },
      ratio: this.#surface.ratio,
      sizes: markSizes(looks, k),
    };
  }

  /** Draws points, axes and lines. */
  paintGround(context: Context, { place, axes, chosen }: Scene, ground: Ground): void {
    const layers = this.#layersOf(ground.places, ground.looks, ground.highlight, chosen);
    this.#raster.clear(this.#inks.paperPixel);
    if (axes) ruleAxes(this.#raster, place, ground);
    this.crowded = drawLayers(this.#raster, ground, layers);
    this.#raster.put(context);
    if (this.crowded) this.#strokeContours(context, layers, ground);
    if (axes) nameAxes(context, axes, place, ground);
    drawLit(context, ground);
  }

  /** Draws rings and labels over them. */
  paintOverlay(
    context: Context,
    { place, label, regions }: Scene,
    ground: Ground,
    pointed: Pointed,
  ): void {
    context.clearRect(0, 0, this.#surface.pixelWidth, this.#surface.pixelHeight);
    const few = !this.crowded && this.#countInView(ground) <= FEW;
    drawOverlay(context, { place, ground, label, regions, few, crowded: this.crowded, ...pointed });
  }

  /** Finds the lines of equal density of what is in view. @returns whether there is anything new to draw */
  async contour(ground: Ground): Promise<boolean> {
    const layers = this.#layers;
    if (!this.crowded || !layers) return false;
    const { contoursOf, ringsPath } = await import('./contours.ts');
    const { quiet, loud } = layers;
    const found = contoursOf([quiet, loud], windowOf(ground), CELL / ground.projection.scale);
    if (layers !== this.#layers) return false;
    const lines = found.map(
      ({ rings }: Contour) => new Path2D(ringsPath(rings, { scale: 1, x: 0, y: 0 }, 6)),
    );
    this.#contours = { layers, found, lines };
    return true;
  }

  /** The map as it is on screen, to be drawn elsewhere. @param context for measuring text */
  snapshot(context: Context, scene: Scene, ground: Ground): Snapshot {
    const layers = this.#layersOf(ground.places, ground.looks, ground.highlight, scene.chosen);
    const few = !this.crowded && this.#countInView(ground) <= FEW;
    const { place, label, regions } = scene;
    const overlay = { place, ground, label, regions, few, crowded: this.crowded };
    const nowhere = { hovered: null, cursor: null, outline: null };
    return {
      scene,
      ground,
      layers,
      captions: labelsOf(context, { ...overlay, ...nowhere }),
      contours: this.#contours?.layers === layers ? this.#contours.found : [],
      crowd: this.crowded ? this.#crowd(ground, layers) : null,
    };
  }

  /** The points alone, on a canvas without a ground. */
  #crowd(ground: Ground, layers: Layers): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [this.#raster.width, this.#raster.height];
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    this.#raster.clear(this.#inks.paperPixel);
    drawLayers(this.#raster, ground, layers);
    this.#raster.put(context);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Int32Array(image.data.buffer);
    const paper = this.#inks.paperPixel | 0;
    pixels.forEach((pixel, i) => {
      if (pixel === paper) pixels[i] = 0;
    });
    context.putImageData(image, 0, 0);
    return canvas;
  }

  #strokeContours(context: Context, layers: Layers, ground: Ground): void {
    if (this.#contours?.layers !== layers) return;
    const { ratio, projection, inks } = ground;
    const scale = projection.scale * ratio;
    context.save();
    context.setTransform(scale, 0, 0, scale, projection.x * ratio, projection.y * ratio);
    context.lineWidth = 1 / projection.scale;
    context.strokeStyle = inks.ink;
    context.globalAlpha = 0.4;
    for (const line of this.#contours.lines) context.stroke(line);
    context.restore();
  }

  #countInView(ground: Ground): number {
    if (!this.#layers) return 0;
    const window = windowOf(ground);
    const { quiet, loud } = this.#layers;
    return countUpTo(quiet, window, FEW) + countUpTo(loud, window, FEW);
  }

  #layersOf(
    places: Float32Array,
    looks: Looks,
    { lit }: Highlight,
    chosen: Uint8Array | null,
  ): Layers {
    const wanted = [places, looks, lit, chosen];
    if (this.#layers && wanted.every((each, i) => each === this.#layersFor[i])) return this.#layers;
    this.#layersFor = wanted;
    return (this.#layers = layersOf(places, looks, { lit, chosen }));
  }
}
