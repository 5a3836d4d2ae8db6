import { describe, expect, it } from 'vitest';
import { goBack, goForth, goOn, startTrail } from '../../../../src/core/project/trail.ts';

describe('a trail', () => {
  it('leads back to where one was, and forth again', () => {
    const there = goOn(goOn(startTrail('a'), 'b'), 'c');
    const once = goBack(there)!;
    expect(once.now).toBe('b');
    expect(goBack(once)!.now).toBe('a');
    expect(goForth(once)).toEqual(there);
    expect(goForth(goBack(goBack(there)!)!)!.now).toBe('b');
  });

  it('ends at both ends', () => {
    expect(goBack(startTrail('a'))).toBeNull();
    expect(goForth(goOn(startTrail('a'), 'b'))).toBeNull();
  });

  it('forgets what one came back from once one goes on elsewhere, and the oldest step', () => {
    const elsewhere = goOn(goBack(goOn(startTrail('a'), 'b'))!, 'c');
    expect(elsewhere).toEqual({ back: ['a'], now: 'c', forth: [] });
    let long = startTrail(0);
    for (let i = 1; i <= 5; i++) long = goOn(long, i, 3);
    expect(long.back).toEqual([2, 3, 4]);
  });
});
