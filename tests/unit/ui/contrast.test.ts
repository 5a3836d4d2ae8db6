import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUES, TRAINING_SHAPES } from '../../../src/ui/groups.ts';
import { tonesOf } from '../../../src/ui/tones.ts';
import { contrast, distance, EYES } from './colour.ts';

const css = ['theme', 'tones']
  .map((name) => readFileSync(new URL(`../../../src/ui/${name}.css`, import.meta.url), 'utf8'))
  .join('');
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const themes = {
  light: new Map(tokens.map(([, name, light]) => [name, light])),
  dark: new Map(tokens.map(([, name, , dark]) => [name, dark])),
};

/** Text on what it stands on: WCAG AA for text of any size. */
const TEXT = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['ink', 'accent-wash'],
  ['secondary', 'paper'],
  ['secondary', 'raised'],
  ['secondary', 'accent-wash'],
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['on-accent', 'accent'],
] as const;

/** Training groups of the demo. */
const GROUPS = 10;

const hues = Array.from({ length: HUES }, (_, index) => `hue-${index + 1}`);

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const token = (name: string): string => {
    const value = themes[theme].get(name);
    if (value === undefined) throw new Error(`theme.css has no --${name}`);
    return value;
  };

  it.each(TEXT)('%s on %s can be read', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...hues, ...tonesOf('near'), ...tonesOf('stance')])(
    'a mark in --%s can be seen on every ground',
    (hue) => {
      for (const ground of ['paper', 'raised']) {
        expect(contrast(token(hue), token(ground))).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('the outline of focus can be seen on every ground', () => {
    for (const ground of ['paper', 'raised', 'accent-wash']) {
      expect(contrast(token('accent'), token(ground))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(EYES) as (keyof typeof EYES)[])('hues stay apart under %s', (eye) => {
    const pairs = hues.flatMap((a, index) => hues.slice(index + 1).map((b) => [a, b] as const));
    for (const [a, b] of pairs) {
      const apart = distance(token(a), token(b), eye);
      expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(0.07);
    }
  });

  it.each(Object.keys(EYES) as (keyof typeof EYES)[])(
    'tones tell steps and ends apart under %s',
    (eye) => {
      for (const tones of [tonesOf('near'), tonesOf('stance')]) {
        expect(distance(token(tones[0]!), token(tones.at(-1)!), eye)).toBeGreaterThanOrEqual(0.12);
        tones.slice(1).forEach((tone, i) => {
          const step = distance(token(tones[i]!), token(tone), eye);
          expect(step, tone).toBeGreaterThanOrEqual(0.02);
        });
      }
    },
  );

  it.each(['trichromacy', 'protanopia', 'deuteranopia'] as const)(
    'the hues of two of ten groups that share a shape are far apart under %s',
    (eye) => {
      for (let n = 0; n + TRAINING_SHAPES.length < GROUPS; n++) {
        const [a, b] = [hues[n]!, hues[(n + TRAINING_SHAPES.length) % HUES]!];
        expect(distance(token(a), token(b), eye), `${a} and ${b}`).toBeGreaterThanOrEqual(0.11);
      }
    },
  );

  it('no hue looks like the accent, which means selection, or like the ink of scenarios', () => {
    for (const hue of hues) {
      for (const other of ['accent', 'ink']) {
        const apart = distance(token(hue), token(other), 'trichromacy');
        expect(apart, `${hue} and ${other}`).toBeGreaterThanOrEqual(0.1);
      }
    }
  });
});

it('registers every token as a colour with the value of the light theme', () => {
  for (const [, name, light] of tokens) {
    const registered = new RegExp(`@property --${name} \\{[^}]*initial-value: (#\\w+)`).exec(css);
    expect(registered?.[1], name).toBe(light);
  }
});
