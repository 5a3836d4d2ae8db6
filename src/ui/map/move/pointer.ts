import { REACH } from '../place/hit.ts';

interface PointerTarget {
  /** The point under a place of the element, within some pixels. */
  at(x: number, y: number, reach: number): number | null;
  hover(point: number | null): void;
  /** A click or tap; null on empty ground. @param more with Shift: beside what is gathered */
  pick(point: number | null, more: boolean): void;
}

/** A second click within this many milliseconds makes a double-click, which zooms. */
const DOUBLE_CLICK = 250;

/**
 * Hover and click on an element. Only the latest pending hover is served, once a frame. A click on
 * empty ground waits for a possible second one, so that zooming by double-click keeps the selection.
 * Returns how to stop.
 */
export function watchPointer(element: HTMLElement, target: PointerTarget): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let pending: PointerEvent | null = null;
  let frame = 0;
  let clearing = 0;
  let reach: number = REACH.mouse;

  const under = (event: MouseEvent): number | null => {
    const { left, top } = element.getBoundingClientRect();
    return target.at(event.clientX - left, event.clientY - top, reach);
  };
  const serve = (): void => {
    frame = 0;
    if (pending) target.hover(under(pending));
    pending = null;
  };
  const dropHover = (): void => {
    pending = null;
    target.hover(null);
  };

  element.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      if (event.buttons !== 0) return dropHover();
      reach = REACH.mouse;
      pending = event;
      frame ||= requestAnimationFrame(serve);
    },
    { signal },
  );
  element.addEventListener(
    'pointerdown',
    ({ pointerType }) => (reach = pointerType === 'mouse' ? REACH.mouse : REACH.touch),
    { signal },
  );
  element.addEventListener('pointerleave', dropHover, { signal });
  element.addEventListener(
    'click',
    (event) => {
      clearTimeout(clearing);
      const point = under(event);
      if (point !== null) target.pick(point, event.shiftKey);
      else if (event.detail < 2 && !event.shiftKey) {
        clearing = setTimeout(() => target.pick(null, false), DOUBLE_CLICK);
      }
    },
    { signal },
  );
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
    clearTimeout(clearing);
  };
}
