import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../../src/engine/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = (): Promise<never> => new Promise(() => {});

describe('watch', () => {
  it('tells once of a worker that does not answer, and not before its time', async () => {
    const stuck = vi.fn();
    watch(never, 800, stuck);
    await vi.advanceTimersByTimeAsync(800);
    expect(stuck).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stuck).toHaveBeenCalledTimes(1);
  });

  it('leaves one alone that answers now and then, however long it works', async () => {
    const stuck = vi.fn();
    const slow = vi.fn(() => new Promise<void>((answer) => setTimeout(answer, 700)));
    watch(slow, 800, stuck);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stuck).not.toHaveBeenCalled();
    // One question at a time.
    expect(slow.mock.calls.length).toBeLessThan(90);
  });

  it('starts to count anew with every answer', async () => {
    const stuck = vi.fn();
    let answers = 3;
    watch(() => (answers-- > 0 ? Promise.resolve() : never()), 800, stuck);
    await vi.advanceTimersByTimeAsync(1100);
    expect(stuck).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(stuck).toHaveBeenCalledTimes(1);
  });

  it('can be stopped', async () => {
    const stuck = vi.fn();
    watch(never, 800, stuck)();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stuck).not.toHaveBeenCalled();
  });
});
