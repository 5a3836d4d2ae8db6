/** Times that a worker is asked within its limit: one asleep with the machine misses one of them. */
const ASKED = 8;

/**
 * Watches over a worker that may never come back from a call: asks it again and again for a sign of
 * life, which one answers that works long but lets messages in now and then, and one that is paused.
 * Counts questions instead of time, so that a machine that slept or a page in the background gives a
 * worker more time and never less.
 *
 * @param ask - resolves once the worker has answered
 * @param silence - ms without an answer after which the worker counts as stuck
 * @param stuck - called once
 * @returns the way to stop watching
 */
export function watch(ask: () => Promise<unknown>, silence: number, stuck: () => void): () => void {
  let missed = 0;
  let asking = false;
  const timer = setInterval(() => {
    if (++missed > ASKED) {
      clearInterval(timer);
      stuck();
    } else if (!asking) {
      asking = true;
      void ask().then(answered, () => {});
    }
  }, silence / ASKED);
  const answered = (): void => {
    missed = 0;
    asking = false;
  };
  return () => clearInterval(timer);
}
