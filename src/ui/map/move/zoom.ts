import { select, zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3';
import type { Size, Transform } from '../place/camera.ts';

/** How far one may zoom out of, and into, the fitted map. */
const ZOOM_RANGE = [0.5, 400] as const;

/** Milliseconds of a movement that a key or button asked for. */
const DURATION = 200;

export interface ZoomEvents {
  /** Whether dragging with one pointer moves the map. */
  dragging(): boolean;
  moved(transform: Transform): void;
  /** A gesture or movement has ended. */
  rested(): void;
}

type Gesture = MouseEvent | TouchEvent;

/** Whether a gesture moves the map: what draws on it, or gathers, does not. */
function moves(event: Gesture, dragging: boolean): boolean {
  if ('touches' in event) return dragging || event.touches.length > 1;
  if (event.type === 'wheel') return true;
  if (event.ctrlKey || event.button !== 0 || event.shiftKey) return false;
  return dragging || event.type !== 'mousedown';
}

/** Whether the reader asked for no motion. */
export function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Pan, wheel, pinch and double-click on an element, and the same from code. */
export class Zoom {
  readonly #behaviour = zoom<HTMLElement, unknown>();
  readonly #selection;

  constructor(element: HTMLElement, events: ZoomEvents) {
    this.#selection = select<HTMLElement, unknown>(element);
    this.#behaviour
      .scaleExtent([...ZOOM_RANGE])
      .clickDistance(4)
      .tapDistance(12)
      .duration(reducedMotion() ? 0 : DURATION)
      .filter((event: Gesture) => moves(event, events.dragging()))
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => events.moved(event.transform))
      .on('end', () => events.rested());
    this.#selection.call(this.#behaviour);
  }

  /** Keeps the map within reach: at most one screen beyond the fitted one. */
  bound({ width, height }: Size): void {
    this.#behaviour
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [-width, -height],
        [2 * width, 2 * height],
      ]);
  }

  /** Moves to a transform, at once or gliding. */
  set({ x, y, k }: Transform, glide: boolean): void {
    const target = zoomIdentity.translate(x, y).scale(k);
    this.#selection.interrupt();
    if (glide && !reducedMotion()) {
      this.#selection.transition().duration(DURATION).call(this.#behaviour.transform, target);
    } else this.#selection.call(this.#behaviour.transform, target);
  }

  /** Magnifies around the middle. */
  by(factor: number): void {
    const element = this.#selection.node()!;
    const { k } = zoomTransform(element);
    const next = Math.max(ZOOM_RANGE[0], Math.min(ZOOM_RANGE[1], k * factor));
    this.#selection.interrupt();
    if (reducedMotion()) this.#selection.call(this.#behaviour.scaleTo, next);
    else this.#selection.transition().duration(DURATION).call(this.#behaviour.scaleTo, next);
  }

  destroy(): void {
    this.#selection.interrupt();
    this.#selection.on('.zoom', null);
  }
}
