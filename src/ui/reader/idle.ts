/** Milliseconds between steps where the browser cannot say when it is idle (Safari). */
const STEP_MS = 30;

/**
 * Counts from 1 up to `steps`, one step whenever the page is idle. Returns how to stop.
 */
export function growIdly(steps: number, grown: (step: number) => void): () => void {
  let stop = (): void => {};
  const next = (step: number): void => {
    if (step > steps) return;
    stop = whenIdle(() => {
      grown(step);
      next(step + 1);
    });
  };
  next(1);
  return () => stop();
}

/** Runs something once the page is idle. Returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, STEP_MS);
  return () => clearTimeout(timer);
}
