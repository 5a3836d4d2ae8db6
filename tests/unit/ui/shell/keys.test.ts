import { describe, expect, it } from 'vitest';
import { ALL_KEYS } from '../../../../src/ui/shell/all-keys.ts';
import { isPress } from '../../../../src/ui/shell/keys.ts';
import { press } from '../../../../src/ui/words/keys.ts';

const event = (key: string, held = ''): Parameters<typeof isPress>[0] => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('isPress', () => {
  it.each([
    ['z', 'ctrl', 'Mod+z', true],
    ['z', 'meta', 'Mod+z', true],
    ['Z', 'ctrl shift', 'Mod+z', false],
    ['Z', 'ctrl shift', 'Mod+Shift+z', true],
    ['y', 'ctrl', 'Ctrl+y', true],
    ['y', 'meta', 'Ctrl+y', false],
    ['f', '', 'f', true],
    ['F', 'shift', 'f', false],
    ['f', 'ctrl', 'f', false],
    ['?', 'shift', '?', true],
    ['+', 'shift', '+', true],
    ['1', 'alt', '1', false],
    ['[', 'ctrl alt', '[', true],
    [']', 'alt', ']', true],
    ['[', 'ctrl', '[', false],
  ])('%s with %s held is %s: %s', (key, held, combination, expected) => {
    expect(isPress(event(key, held), combination)).toBe(expected);
  });
});

it('binds every press once', () => {
  const presses = Object.values(ALL_KEYS).flat();
  expect(new Set(presses).size).toBe(presses.length);
});

it('writes presses as the platform does', () => {
  expect(press('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
  expect(press('Mod+Shift+z', true)).toBe('⇧⌘Z');
  expect(press('Escape', false)).toBe('Esc');
  expect(press('+', false)).toBe('+');
});
