import { expect, it } from 'vitest';
import { AppError } from '../../../../../src/core/errors.ts';
import { statusOf, type MapSituation } from '../../../../../src/ui/map/model/status.ts';
import { mapOf } from '../fixtures.ts';

const ready: MapSituation = {
  opening: false,
  documents: 2,
  placed: 2,
  absent: 0,
  view: { unit: 'documents', layout: 'pca' },
  map: mapOf([
    ['a', 0, 0],
    ['b', 1, 0],
  ]),
  shown: 2,
  progress: null,
  failure: null,
};
const at = (change: Partial<MapSituation>) => statusOf({ ...ready, ...change }).at;

it('tells the one thing that matters', () => {
  expect(at({})).toBe('ready');
  expect(at({ opening: true, documents: 0 })).toBe('opening');
  expect(at({ documents: 0, placed: 0 })).toBe('empty');
  expect(at({ placed: 0, map: null })).toBe('embedding');
  expect(at({ placed: 0, absent: 1, map: null })).toBe('embedding');
  expect(at({ placed: 0, absent: 2 })).toBe('absent');
  expect(at({ failure: new AppError('worker-died', { worker: 'layout' }) })).toBe('failed');
  expect(at({ shown: 0 })).toBe('all-hidden');
});

it('tells that a map is under way while the last one still stands', () => {
  expect(at({ view: { unit: 'documents', layout: 'umap' } })).toBe('laying-out');
  expect(statusOf({ ...ready, progress: { done: 30, total: 100 } })).toEqual({
    at: 'laying-out',
    share: 0.3,
  });
});
