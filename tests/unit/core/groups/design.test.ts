import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/groups/design.ts';
import type { Member } from '../../../../src/core/groups/types.ts';

const member = (id: string, topic: string | null = null, twin: string | null = null): Member => ({
  id,
  topic,
  twin,
});
const group = (name: string, topics: readonly (string | null)[]) =>
  topics.map((topic, i) => member(`${name}${i}`, topic));

describe('the design of a contrast', () => {
  it('exchanges documents within topics where both groups have them', () => {
    const topics = ['farm', 'farm', 'school', 'school'];
    const design = layOut(group('a', topics), group('b', topics));
    expect(design).toMatchObject({ arrangements: 36, unblocked: false, setAside: 0 });
    expect(design.blocks).toEqual([
      { units: 4, labelled: 2 },
      { units: 4, labelled: 2 },
    ]);
    expect(design.units).toEqual(
      ['a0', 'a1', 'b0', 'b1', 'a2', 'a3', 'b2', 'b3'].map((id) => [id]),
    );
  });

  it('sets aside what only one of them writes about', () => {
    const design = layOut(
      group('a', ['farm', 'farm', 'farm', 'sea', null]),
      group('b', ['farm', 'farm', 'farm', 'hills']),
    );
    expect(design).toMatchObject({ arrangements: 20, unblocked: false, setAside: 3 });
  });

  it('exchanges all, and says so, where topics leave fewer than 20 arrangements', () => {
    const design = layOut(group('a', ['farm', 'farm', 'sea']), group('b', ['farm', 'x', null]));
    expect(design).toMatchObject({ arrangements: 20, unblocked: true, setAside: 0 });
    expect(design.blocks).toEqual([{ units: 6, labelled: 3 }]);
  });

  it('exchanges twins across the groups for each other alone', () => {
    const pairs = [0, 1, 2, 3, 4];
    const design = layOut(
      pairs.map((i) => member(`a${i}`, 'farm', `b${i}`)),
      pairs.map((i) => member(`b${i}`, 'farm', `a${i}`)),
    );
    expect(design).toMatchObject({ arrangements: 32, twinPairs: 5, unblocked: false });
    expect(design.units.slice(0, 4)).toEqual([['a0'], ['b0'], ['a1'], ['b1']]);
  });

  it('keeps twins on one side together, as one unit', () => {
    const more = [member('a0', 'x', 'a1'), member('a1', 'x', 'a0'), ...group('c', ['x', 'x'])];
    const { units, blocks } = layOut(more, group('b', ['x', 'x', 'x']));
    expect(blocks).toEqual([{ units: 6, labelled: 3 }]);
    expect(units[0]).toEqual(['a0', 'a1']);
  });

  it('takes no document for a twin that is not named back, or is elsewhere', () => {
    const more = [member('a0', null, 'b0'), member('a1', null, 'z'), member('a2', null, 'a2')];
    const { twinPairs, blocks } = layOut(more, group('b', [null, null, null]));
    expect(twinPairs).toBe(0);
    expect(blocks).toEqual([{ units: 6, labelled: 3 }]);
  });

  it('does not depend on the order of the documents', () => {
    const more = [member('a', 'x', 'b'), ...group('m', ['x', 'y', 'x', 'y', 'z'])];
    const less = [member('b', 'x', 'a'), ...group('l', ['y', 'x', 'x', 'y', null])];
    expect(layOut(more.toReversed(), less.toReversed())).toEqual(layOut(more, less));
  });

  it('of nothing, or of one side, has one arrangement', () => {
    expect(layOut([], []).arrangements).toBe(1);
    expect(layOut(group('a', ['x', null]), []).arrangements).toBe(1);
    expect(layOut(group('a', ['x']), group('b', ['x'])).arrangements).toBe(2);
  });

  it('refuses a document on both sides', () => {
    expect(() => layOut(group('a', [null]), group('a', [null]))).toThrow(RangeError);
  });
});
