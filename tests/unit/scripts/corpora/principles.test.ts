import { expect, it, test } from 'vitest';
import { parsePrinciples } from '../../../../scripts/corpora/principles.ts';

const LIST = `---
title: Principles
---
care-1: Mind the bystander.
care-2: Ask where the water goes.

no-coercion-1: Use no one’s secret: ask.
`;

it('reads the sentences of each value', () => {
  expect(parsePrinciples(LIST, 'principles.md')).toEqual([
    { id: 'care-1', value: 'care', sentence: 'Mind the bystander.' },
    { id: 'care-2', value: 'care', sentence: 'Ask where the water goes.' },
    { id: 'no-coercion-1', value: 'no-coercion', sentence: 'Use no one’s secret: ask.' },
  ]);
});

it('takes an empty list for none', () => {
  expect(parsePrinciples('', 'principles.md')).toEqual([]);
});

test.each([
  ['a sentence of no value', 'Mind the bystander.', 1],
  ['a value without a number', 'care-1: Mind it.\ncare: And more.', 2],
  ['a number that was there before', 'care-1: Mind it.\n\ncare-1: And more.', 3],
  ['a sentence without its full stop', '---\ntitle: P\n---\ncare-1: Mind it', 4],
])('names the line of %s', (_, text, line) => {
  expect(() => parsePrinciples(text, 'principles.md')).toThrow(`principles.md:${line}:`);
});
