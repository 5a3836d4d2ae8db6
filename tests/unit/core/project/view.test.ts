import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeView,
  DEFAULT_VIEW,
  encodeView,
  EXHIBITS,
  type View,
} from '../../../../src/core/project/view.ts';
import { CORRECTIONS } from '../../../../src/core/space/correction.ts';

const ID = '0123456789abcdef';
const id = fc.stringMatching(/^[0-9a-f]{16}$/);
const number = fc.double({ min: -100, max: 100, noNaN: true });
const view: fc.Arbitrary<View> = fc.record({
  view: fc.constantFrom('map', 'reach', 'stance'),
  unit: fc.constantFrom('documents', 'passages'),
  layout: fc.constantFrom('pca', 'umap'),
  map: fc.constantFrom('picture', 'table'),
  colour: fc.constantFrom('group', 'role', 'relatedness', 'stance', 'faithfulness'),
  regions: fc.constantFrom('named', 'unnamed'),
  anchor: fc.constantFrom('scenario', 'document'),
  hidden: fc.uniqueArray(id, { maxLength: 5 }),
  document: fc.option(id),
  scenario: fc.option(id),
  passage: fc.option(fc.nat(1e6)),
  correction: fc.constantFrom(...CORRECTIONS),
  reach: fc.constantFrom('list', 'scatter'),
  axis: fc.option(id),
  exhibit: fc.option(fc.constantFrom(...EXHIBITS)),
  camera: fc.option(
    fc.record({ x: number, y: number, k: fc.double({ min: 0.01, max: 1e4, noNaN: true }) }),
  ),
});

describe('encodeView', () => {
  it('writes only what differs from the default', () => {
    expect(encodeView(DEFAULT_VIEW)).toBe('');
    const changed: View = { ...DEFAULT_VIEW, view: 'reach', scenario: ID, hidden: [ID] };
    expect(encodeView(changed)).toBe(`#v1?view=reach&hidden=${ID}&scenario=${ID}`);
    const moved: View = { ...DEFAULT_VIEW, camera: { x: -1.234567, y: 0, k: 2 } };
    expect(encodeView(moved)).toBe('#v1?camera=-1.23457,0,2');
  });

  it('never writes anything but ids, words and numbers', () => {
    fc.assert(
      fc.property(view, fc.string(), (some, text) => {
        const leaky = encodeView({ ...some, document: text, hidden: [text] });
        expect(leaky).toMatch(/^$|^#v1\?[a-z0-9=&,.-]+$/);
        expect(leaky).not.toMatch(/document=|hidden=/);
      }),
    );
  });
});

describe('decodeView', () => {
  it('reads back what was written, the camera to within a pixel', () => {
    fc.assert(
      fc.property(view, (some) => {
        const read = decodeView(encodeView(some));
        expect(read.problem).toBeNull();
        expect({ ...read.view, camera: null }).toEqual({ ...some, camera: null });
        expect(read.view.camera === null).toBe(some.camera === null);
        for (const axis of ['x', 'y', 'k'] as const) {
          expect(read.view.camera?.[axis] ?? 0).toBeCloseTo(
            some.camera?.[axis] ?? 0,
            axis === 'k' ? 2 : 4,
          );
        }
        expect(encodeView(read.view)).toBe(encodeView(some));
      }),
    );
  });

  it('gives the default and a problem for a version that is not ours', () => {
    const { view: read, problem } = decodeView(`#v2?view=reach&scenario=${ID}`);
    expect(read).toEqual(DEFAULT_VIEW);
    expect(problem?.toRecord()).toMatchObject({ code: 'view-unknown', params: { version: '2' } });
  });

  it.each(['', '#', '#main', '#v', '#vv1?view=reach', '#?view=reach', '#v1', '#v1?', '#v1?&=&&'])(
    'gives the default for %j',
    (hash) => {
      expect(decodeView(hash)).toEqual({ view: DEFAULT_VIEW, problem: null });
    },
  );

  it.each([
    'view=table',
    'view=',
    'unit=toString',
    'hidden=x,y',
    `document=${ID}0`,
    `document=${ID.toUpperCase()}`,
    'passage=-1',
    'passage=1.5',
    'passage=99999999',
    'axis=value',
    'exhibit=unrelated',
    'camera=1,2',
    'camera=1,2,NaN',
    'camera=1,2,Infinity',
    'camera=1e9,2,3',
    'camera=,,',
    '__proto__=x',
  ])('takes the default for %s and the rest as given', (pair) => {
    expect(decodeView(`#v1?${pair}&layout=umap`).view).toEqual({ ...DEFAULT_VIEW, layout: 'umap' });
  });

  it('clamps the camera', () => {
    expect(decodeView('#v1?camera=99999999,-99999999,0').view.camera).toEqual({
      x: 100,
      y: -100,
      k: 0.01,
    });
  });

  it('never throws and always gives a view that it would give again', () => {
    const pair = fc
      .tuple(fc.constantFrom(...Object.keys(DEFAULT_VIEW), 'x'), fc.oneof(fc.string(), id))
      .map(([key, value]) => `${key}=${value}`);
    const hash = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pair).map((pairs) => `#v1?${pairs.join('&')}`),
    );
    fc.assert(
      fc.property(hash, (text) => {
        const read = decodeView(text).view;
        expect(Object.keys(read)).toEqual(Object.keys(DEFAULT_VIEW));
        expect(decodeView(encodeView(read)).view).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });
});
