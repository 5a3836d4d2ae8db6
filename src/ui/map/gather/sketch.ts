import { boxBetween, isDrawn, type Outline, type Tool } from './outline.ts';

interface SketchTarget {
  tool(): Tool;
  /** What is drawn so far, to be shown; null when it is done or given up. */
  drawing(outline: Outline | null): void;
  /** What was drawn. @param add to what is gathered already */
  drawn(outline: Outline, add: boolean): void;
}

/** Pixels between two corners of a lasso: finer ones are not seen. */
const STEP = 3;

/**
 * Draws boxes and lassos on an element with one pointer: with the tool, or by dragging with Shift,
 * which draws a box. A second finger gives up what is drawn and zooms. Returns how to stop.
 */
export function watchSketch(element: HTMLElement, target: SketchTarget): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  let corners: [number, number][] = [];
  let pointer: number | null = null;
  let box = false;
  let swallow = false;

  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top } = element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const outline = (): Outline =>
    box && corners.length > 1 ? boxBetween(corners[0]!, corners.at(-1)!) : corners;
  const giveUp = (): void => {
    pointer = null;
    corners = [];
    target.drawing(null);
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      swallow = false;
      if (pointer !== null) return giveUp();
      const draws = target.tool() !== 'move' || (event.shiftKey && event.pointerType === 'mouse');
      if (!draws || event.button !== 0 || !event.isPrimary) return;
      pointer = event.pointerId;
      box = target.tool() !== 'lasso';
      corners = [at(event)];
      element.setPointerCapture(pointer);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== pointer) return;
      event.stopImmediatePropagation();
      const [x, y] = at(event);
      const [lastX = x, lastY = y] = corners.at(-1) ?? [];
      if (Math.hypot(x - lastX, y - lastY) < STEP) return;
      if (box) corners = [corners[0]!, [x, y]];
      else corners.push([x, y]);
      target.drawing(outline());
    },
    options,
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== pointer) return;
      const drawn = outline();
      giveUp();
      if (!isDrawn(drawn)) return;
      // The click that follows is the end of the drawing.
      swallow = true;
      target.drawn(drawn, event.shiftKey);
    },
    options,
  );
  element.addEventListener('pointercancel', () => pointer !== null && giveUp(), options);
  element.addEventListener(
    'click',
    (event) => {
      if (swallow) event.stopImmediatePropagation();
      swallow = false;
    },
    options,
  );
  return () => stop.abort();
}
