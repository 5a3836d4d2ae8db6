import { describe, expect, it } from 'vitest';
import type { ProjectHead } from '../../../../src/core/project/project-file.ts';
import { endsEarly, isBlank, isCut, readHead } from '../../../../src/core/project/read-project.ts';

const HEAD: ProjectHead = {
  encoder: 'parable@1',
  dims: 3,
  view: 'v1',
  spaces: [],
  records: { groups: 2, axes: 0, documents: 3 },
};
const UNCOUNTED: ProjectHead = { ...HEAD, records: null };

const lineWith = (records: unknown): string =>
  JSON.stringify({ format: 'parable-project', schema: 2, ...HEAD, records });

describe('what a head counts', () => {
  it('is read, none of a kind too', () => {
    const none = { groups: 0, axes: 0, documents: 0 };
    expect(readHead(lineWith(HEAD.records), 'a.parable')).toEqual(HEAD);
    expect(readHead(lineWith(none), 'a.parable').records).toEqual(none);
  });

  it.each([
    [null],
    [5],
    [{}],
    [{ groups: 1, axes: 1 }],
    [{ groups: -1, axes: 0, documents: 0 }],
    [{ groups: 1, axes: 0.5, documents: 0 }],
    [{ groups: 1, axes: 0, documents: '3' }],
    [{ groups: 1e300, axes: 0, documents: 0 }],
  ])('makes it no head if it is %j', (records) => {
    expect(() => readHead(lineWith(records), 'a.parable')).toThrow(/project-malformed/);
  });
});

describe('a file that ends early', () => {
  it('has fewer lines than its head counts, or a last line that is only begun', () => {
    expect(endsEarly(HEAD, 5, false)).toBe(false);
    expect(endsEarly(HEAD, 4, false)).toBe(true);
    expect(endsEarly(HEAD, 0, false)).toBe(true);
    expect(endsEarly(HEAD, 5, true)).toBe(true);
  });

  it('may have more lines, as where somebody has added some', () => {
    expect(endsEarly(HEAD, 6, false)).toBe(false);
  });

  it('of a release that did not count is known by its last line alone', () => {
    expect(endsEarly(UNCOUNTED, 0, false)).toBe(false);
    expect(endsEarly(UNCOUNTED, 9, true)).toBe(true);
  });

  it.each([
    ['{"group":{"id":"a', true],
    ['{', true],
    ['\0\0\0', true],
    ['{"group":{}}', false],
    ['{"group":{}}\r', false],
    ['', false],
    [' \r', false],
  ])('with %j for its last line: %s', (line, cut) => {
    expect(isCut(line)).toBe(cut);
  });

  it('is not told by lines that hold nothing', () => {
    expect(['', ' ', '\r', '{}'].map(isBlank)).toEqual([true, true, true, false]);
  });
});
