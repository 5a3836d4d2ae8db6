import { ContoursAtRest } from './draw/contours-at-rest.ts';
import { screenOf, type Ground, type OnScreen } from './draw/ground.ts';
import { Painter } from './draw/painter.ts';
import type { Scene } from './draw/scene.ts';
import type { Snapshot } from './draw/snapshot.ts';
import { watchSurface, type Surface } from './draw/surface.ts';
import { pointsInside, type Outline, type Tool } from './gather/outline.ts';
import { watchSketch } from './gather/sketch.ts';
import { Glide } from './move/glide.ts';
import { Lens } from './move/lens.ts';
import { watchPointer } from './move/pointer.ts';
import type { Camera } from './place/camera.ts';
import { pointAt } from './place/hit.ts';
import type { Place } from './place/place.ts';

export interface ChartEvents {
  hover(point: number | null): void;
  pick(point: number | null, more: boolean): void;
  /** What was drawn round. @param more beside what is gathered */
  gather(points: readonly number[], more: boolean): void;
  /** A movement has ended; null is the fitted map. */
  camera(camera: Camera | null): void;
}

/** Pixels at the foot of the canvas that a fitted map leaves free for the notes which lie there. */
export const NOTES = 32;

/** A point that the keyboard walks to is brought into view when it is closer to the edge than this. */
const EDGE = 32;

/**
 * The map on two canvases: points and lines on the ground, rings and labels over them, so that
 * hovering never redraws a point. Draws at most once a frame, and nothing while hidden.
 */
export class Chart {
  readonly #ground: HTMLCanvasElement;
  readonly #overlay: HTMLCanvasElement;
  readonly #lens: Lens;
  readonly #stops: (() => void)[];
  readonly #painter: Painter;
  readonly #glide = new Glide();
  readonly #contours: ContoursAtRest;
  #surface: Surface = { width: 0, height: 0, pixelWidth: 0, pixelHeight: 0, ratio: 1 };
  #scene: Scene | null = null;
  #hovered: number | null = null;
  #cursor: number | null = null;
  #outline: Outline | null = null;
  #tool: Tool = 'move';
  #frame = 0;
  #groundIsOld = true;

  /** @param overlay lies on `ground` and takes the pointer */
  constructor(ground: HTMLCanvasElement, overlay: HTMLCanvasElement, events: ChartEvents) {
    this.#ground = ground;
    this.#overlay = overlay;
    this.#painter = new Painter(overlay);
    this.#contours = new ContoursAtRest(
      async () => this.#scene !== null && this.#painter.contour(this.#groundOf(this.#scene)),
      () => this.#redraw(),
    );
    this.#lens = new Lens(overlay, {
      dragging: () => this.#tool === 'move',
      moved: () => {
        if (this.#hovered !== null) events.hover(null);
        this.#redraw();
      },
      rested: (camera) => events.camera(camera),
    });
    this.#stops = [
      watchSurface(overlay, (surface) => this.#resize(surface)),
      watchSketch(overlay, {
        tool: () => this.#tool,
        drawing: (outline) => {
          this.#outline = outline;
          this.#ask();
        },
        drawn: (outline, more) => events.gather(this.#inside(outline), more),
      }),
      watchPointer(overlay, { ...events, at: (x, y, reach) => this.pointAt(x, y, reach) }),
      () => this.#lens.destroy(),
      () => cancelAnimationFrame(this.#frame),
      () => this.#contours.stop(),
    ];
  }

  /** Shows a scene; points of another layout glide to their new places. */
  show(scene: Scene): void {
    const before = this.#scene?.place;
    this.#scene = scene;
    if (before !== scene.place) this.#changePlaces(before ?? null, scene.place);
    this.#redraw();
  }

  /** What is on screen, to be drawn elsewhere; null while nothing is. */
  snapshot(): Snapshot | null {
    const context = this.#overlay.getContext('2d');
    if (!this.#scene || !context || this.#surface.width === 0) return null;
    return this.#painter.snapshot(context, this.#scene, this.#groundOf(this.#scene));
  }

  /** Marks the points that the pointer and the keyboard are at. */
  point(hovered: number | null, cursor: number | null): void {
    if (hovered === this.#hovered && cursor === this.#cursor) return;
    this.#hovered = hovered;
    this.#cursor = cursor;
    this.#ask();
  }

  /** What dragging does. */
  set tool(tool: Tool) {
    this.#tool = tool;
  }

  /** Brings a camera on screen; null fits the map. */
  look(camera: Camera | null, glide = false): void {
    this.#lens.look(camera, glide);
  }

  /** Magnifies around the middle. */
  magnify(factor: number): void {
    this.#lens.magnify(factor);
  }

  /** What is in the middle of the canvas. */
  get camera(): Camera {
    return this.#lens.camera;
  }

  /** Moves the map if a point cannot be seen. */
  reveal(point: number): void {
    const at = this.screen(point);
    const { width, height } = this.#surface;
    const inside = (value: number, side: number): boolean => value >= EDGE && value <= side - EDGE;
    if (!at || (inside(at.x, width) && inside(at.y, height))) return;
    const { places } = this.#glide;
    const x = places[2 * point]!;
    const y = places[2 * point + 1]!;
    this.look({ x, y, k: this.camera.k }, true);
  }

  /** Where a point's mark is, in CSS pixels of the canvas. */
  screen(point: number): OnScreen | null {
    return this.#scene && point < this.#scene.place.count
      ? screenOf(this.#groundOf(this.#scene), point)
      : null;
  }

  /** The shown point at a place of the canvas, within some pixels. */
  pointAt(x: number, y: number, reach: number): number | null {
    if (!this.#scene) return null;
    const { place, looks } = this.#scene;
    return pointAt(place, looks.shown, this.#lens.projection, x, y, reach);
  }

  /** Reads the theme's tokens anew. */
  retheme(): void {
    this.#painter.retheme();
    this.#redraw();
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #inside(outline: Outline): number[] {
    if (!this.#scene) return [];
    const { place, looks } = this.#scene;
    return pointsInside(place, looks.shown, this.#lens.projection, outline);
  }

  #changePlaces(before: Place | null, after: Place): void {
    const was = this.#lens.fit;
    this.#lens.reframe(after.frame);
    this.#hovered = null;
    this.#cursor = null;
    this.#glide.to(before, after, was / this.#lens.fit);
  }

  #resize(surface: Surface): void {
    this.#surface = surface;
    for (const canvas of [this.#ground, this.#overlay]) {
      canvas.width = surface.pixelWidth;
      canvas.height = surface.pixelHeight;
    }
    this.#painter.resize(surface);
    const { width, height } = surface;
    this.#lens.resize({ width, height: Math.max(0, height - NOTES) });
    // A resized canvas is blank until it is drawn on: do so before the browser paints, and once.
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#groundIsOld = true;
    this.#draw();
  }

  #redraw(): void {
    this.#groundIsOld = true;
    this.#ask();
  }

  #ask(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #groundOf(scene: Scene): Ground {
    return this.#painter.ground(scene, this.#glide.places, this.#lens.projection, this.camera.k);
  }

  #draw(): void {
    const scene = this.#scene;
    const ground = this.#ground.getContext('2d');
    const overlay = this.#overlay.getContext('2d');
    if (!scene || !ground || !overlay || this.#ground.width * this.#ground.height === 0) return;
    const moved = this.#glide.moving;
    this.#glide.step();
    if (this.#glide.moving) this.#ask();
    const shown = this.#groundOf(scene);
    if (this.#groundIsOld || moved) {
      this.#groundIsOld = this.#glide.moving;
      this.#painter.paintGround(ground, scene, shown);
      if (this.#painter.crowded) this.#contours.drawn();
    }
    const pointed = { hovered: this.#hovered, cursor: this.#cursor, outline: this.#outline };
    this.#painter.paintOverlay(overlay, scene, shown, pointed);
  }
}
