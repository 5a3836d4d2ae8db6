/** Times that a connection is looked at within its limit. */
const LOOKS = 6;

export interface Liveliness {
  /** Milliseconds without a byte after which a connection counts as lost. */
  readonly silence: number;
  /** Aborts when the machine loses its network. */
  readonly lost: AbortSignal;
}

/**
 * A `fetch` that breaks off where the browser's own would wait for ever: when nothing arrives any more,
 * or the network is gone. Counts looks instead of time, so that a tab that was frozen in between has the
 * whole limit again. Answers have no `url`.
 */
export function livelyFetch(
  fetch: typeof globalThis.fetch,
  { silence, lost }: Liveliness,
): typeof globalThis.fetch {
  return async (input, init) => {
    const stop = new AbortController();
    let quiet = 0;
    const watch = setInterval(() => {
      if (++quiet <= LOOKS) return;
      clearInterval(watch);
      stop.abort(new DOMException(`nothing arrived for ${silence} ms`, 'TimeoutError'));
    }, silence / LOOKS);
    const over = (): void => clearInterval(watch);
    try {
      const signal = AbortSignal.any([stop.signal, lost]);
      const response = await fetch(input, { ...init, signal });
      quiet = 0;
      if (!response.body) {
        over();
        return response;
      }
      const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          quiet = 0;
          controller.enqueue(chunk);
        },
        flush: over,
      });
      return new Response(response.body.pipeThrough(heard), response);
    } catch (thrown) {
      over();
      throw thrown;
    }
  };
}
