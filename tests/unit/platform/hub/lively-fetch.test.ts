import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { livelyFetch } from '../../../../src/platform/hub/lively-fetch.ts';

const SILENCE = 30_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose answer is written by the test, and `fetch` as a browser has it: an abort ends both. */
function setUp({ answers = true } = {}) {
  const body = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = body.writable.getWriter();
  const server = (_: unknown, { signal }: RequestInit = {}): Promise<Response> => {
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        const reason = signal.reason as Error;
        reject(reason);
        void writer.abort(reason).catch(() => {});
      });
    });
    aborted.catch(() => {});
    return answers ? Promise.resolve(new Response(body.readable)) : aborted;
  };
  const lost = new AbortController();
  const fetch = livelyFetch(server, {
    silence: SILENCE,
    lost: lost.signal,
  });
  const send = (text: string) => writer.write(new TextEncoder().encode(text));
  return { fetch, send, end: () => writer.close(), lost };
}

it('gives up a server that never answers', async () => {
  const { fetch } = setUp({ answers: false });
  const failure = expect(fetch('/model')).rejects.toMatchObject({ name: 'TimeoutError' });
  await vi.advanceTimersByTimeAsync(2 * SILENCE);
  await failure;
});

it('gives up an answer that falls silent, and none that is only slow', async () => {
  const { fetch, send } = setUp();
  const reader = (await fetch('/model')).body!.getReader();
  for (let part = 0; part < 5; part++) {
    await vi.advanceTimersByTimeAsync(0.9 * SILENCE);
    const [{ value }] = await Promise.all([reader.read(), send('x')]);
    expect(value).toHaveLength(1);
  }
  const failure = expect(reader.read()).rejects.toMatchObject({ name: 'TimeoutError' });
  await vi.advanceTimersByTimeAsync(2 * SILENCE);
  await failure;
});

it('breaks off at once when the network is gone', async () => {
  const { fetch, lost } = setUp();
  const reader = (await fetch('/model')).body!.getReader();
  const failure = expect(reader.read()).rejects.toMatchObject({ name: 'NetworkError' });
  lost.abort(new DOMException('offline', 'NetworkError'));
  await failure;
});

it('leaves no clock behind', async () => {
  const { fetch, send, end } = setUp();
  const text = (await fetch('/model')).text();
  await send('whole');
  await end();
  expect(await text).toBe('whole');
  expect(vi.getTimerCount()).toBe(0);
});
