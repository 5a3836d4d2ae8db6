import {
  FITTED,
  fitScale,
  marginFor,
  projectionOf,
  sameCamera,
  toCamera,
  toTransform,
  type Camera,
  type Frame,
  type Projection,
  type Size,
  type Transform,
} from '../place/camera.ts';
import { Zoom } from './zoom.ts';

interface LensEvents {
  /** Whether dragging with one pointer moves the map. */
  dragging(): boolean;
  /** Something moved: draw. */
  moved(): void;
  /** A movement has ended here; null is the fitted map. */
  rested(camera: Camera | null): void;
}

/**
 * What part of the map is on screen. Remembers a camera rather than a transform, so that the same
 * view survives another size of the canvas and another layout.
 */
export class Lens {
  readonly #zoom: Zoom;
  #camera: Camera = FITTED;
  #size: Size = { width: 0, height: 0 };
  #frame: Frame | null = null;
  #transform: Transform = { x: 0, y: 0, k: 1 };
  /** While the lens adjusts itself, the camera is the given, not the result. */
  #adjusting = false;

  constructor(element: HTMLElement, { dragging, moved, rested }: LensEvents) {
    this.#zoom = new Zoom(element, {
      dragging,
      moved: (transform) => {
        this.#transform = transform;
        if (!this.#adjusting) this.#camera = toCamera(transform, this.#size, this.fit);
        moved();
      },
      rested: () => {
        if (this.#adjusting) return;
        rested(sameCamera(this.#camera, FITTED) ? null : this.#camera);
      },
    });
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** Pixels of one place unit in the fitted map. */
  get fit(): number {
    return this.#frame ? fitScale(this.#frame, this.#size, marginFor(this.#size)) : 1;
  }

  get projection(): Projection {
    return projectionOf(this.#transform, this.#size, this.fit);
  }

  /** Takes in another size of the canvas; the same camera stays. */
  resize(size: Size): void {
    this.#size = size;
    if (!this.#visible) return;
    this.#zoom.bound(size);
    this.#adjust();
  }

  /** Takes in the frame of another layout; the same camera stays. */
  reframe(frame: Frame): void {
    this.#frame = frame;
    if (this.#visible) this.#adjust();
  }

  /** Brings a camera on screen; null fits the map. */
  look(camera: Camera | null, glide: boolean): void {
    const target = camera ?? FITTED;
    if (sameCamera(target, this.#camera)) return;
    if (this.#visible) this.#zoom.set(this.#transformOf(target), glide);
    else this.#camera = target;
  }

  /** Magnifies around the middle. */
  magnify(factor: number): void {
    if (this.#visible) this.#zoom.by(factor);
  }

  destroy(): void {
    this.#zoom.destroy();
  }

  get #visible(): boolean {
    return this.#size.width > 0 && this.#size.height > 0;
  }

  #transformOf(camera: Camera): Transform {
    return toTransform(camera, this.#size, this.fit);
  }

  #adjust(): void {
    this.#adjusting = true;
    this.#zoom.set(this.#transformOf(this.#camera), false);
    this.#adjusting = false;
  }
}
