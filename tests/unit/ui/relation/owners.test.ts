import { expect, it } from 'vitest';
import type { Document, Role } from '../../../../src/core/corpus/model.ts';
import { ownersOfOthers } from '../../../../src/ui/relation/owners.ts';

/** Whose the others of document 0 are, from where each document comes from and what it is for. */
function owners(...documents: [Document['origin'], Role?][]) {
  const made = documents.map(
    ([origin, role = 'training'], i) => [String(i), { id: String(i), origin, role }] as const,
  );
  return ownersOfOthers({ documents: new Map(made) as never }, '0');
}

it('are the demo’s, the reader’s own, or both', () => {
  expect(owners(['demo'], ['demo'])).toBe('demo');
  expect(owners(['own'], ['own'])).toBe('own');
  expect(owners(['own'], ['own'], ['demo'])).toBe('both');
});

it('are not those of the document itself, nor of scenarios', () => {
  expect(owners(['own'], ['demo'])).toBe('demo');
  expect(owners(['demo'], ['own'])).toBe('own');
  expect(owners(['demo'], ['demo'], ['own', 'evaluation'])).toBe('demo');
});

it('are the reader’s own where there are none', () => {
  expect(owners(['demo'])).toBe('own');
  expect(owners()).toBe('own');
});
