import { afterEach, expect, it, vi } from 'vitest';
import { remember, remembered } from '../../../src/platform/memory.ts';

const KEY = 'parable-test';

afterEach(() => {
  vi.restoreAllMocks();
  remember(KEY, null);
  remember(KEY, null, 'tab');
});

it('remembers on this machine or in this tab, and forgets', () => {
  remember(KEY, 'here');
  expect([remembered(KEY), remembered(KEY, 'tab')]).toEqual(['here', null]);
  remember(KEY, 'there', 'tab');
  remember(KEY, null);
  expect([remembered(KEY), remembered(KEY, 'tab')]).toEqual([null, 'there']);
});

it('does without where storage is full or forbidden', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  remember(KEY, 'here');
  expect(remembered(KEY)).toBeNull();
});
