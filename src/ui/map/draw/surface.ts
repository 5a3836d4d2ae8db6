import type { Size } from '../place/camera.ts';

/** A canvas's place on the page, and its pixels. */
export interface Surface extends Size {
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Calls back with an element's size, now and whenever it or the pixel density changes. Returns how to stop. */
export function watchSurface(
  element: HTMLElement,
  changed: (surface: Surface) => void,
): () => void {
  const measure = (device?: ResizeObserverSize): void => {
    const { width, height } = element.getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    // The browser knows best how a fractional size falls on the pixel grid, but not where a density
    // is emulated: there it tells CSS pixels.
    const pixels = (side: number, told = NaN): number =>
      Math.abs(told - side * ratio) <= 1 ? told : Math.round(side * ratio);
    changed({
      width,
      height,
      ratio,
      pixelWidth: pixels(width, device?.inlineSize),
      pixelHeight: pixels(height, device?.blockSize),
    });
  };
  const observer = new ResizeObserver((entries) => {
    // Safari has no such boxes; this is then undefined at run time, too.
    const boxes = entries.at(-1)?.devicePixelContentBoxSize;
    measure(boxes?.[0]);
  });
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(element);
  }
  const stopDensity = watchDensity(() => measure());
  return () => {
    observer.disconnect();
    stopDensity();
  };
}

/** A media query knows one density; after each change the next one is watched. */
function watchDensity(changed: () => void): () => void {
  let query: MediaQueryList;
  const arm = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', again, { once: true });
  };
  const again = (): void => {
    changed();
    arm();
  };
  arm();
  return () => query.removeEventListener('change', again);
}
