import { describe, expect, it } from 'vitest';
import { checkCasts } from './design/check-casts.ts';
import { checkCrossing } from './design/check-crossing.ts';
import { checkGroups } from './design/check-groups.ts';
import { checkPrinciples } from './design/check-principles.ts';
import { checkReference } from './design/check-reference.ts';
import { checkScenarios } from './design/check-scenarios.ts';
import { checkTwins } from './design/check-twins.ts';
import { checkOverlap, checkRuns, checkVocabulary } from './design/check-wording.ts';
import { readPrinciples } from '../../../scripts/corpora/principles.ts';
import { readTexts } from './design/texts.ts';

const demo = readTexts('demo');
const reference = readTexts('reference');

describe('the demo is the experiment that it was designed as', () => {
  it('has every group in its number, with its fields and within its lengths', () => {
    expect(checkGroups(demo)).toEqual([]);
  });

  it('crosses values with the domains of the stories', () => {
    expect(checkCrossing(demo)).toEqual([]);
  });

  it('has twins alike in length, names and style', () => {
    expect(checkTwins(demo)).toEqual([]);
  });

  it('keeps the words of the scenarios out of essays, stories and chats', () => {
    expect(checkVocabulary(demo)).toEqual([]);
  });

  it('has aligned stories that share next to no content word with a scenario', () => {
    expect(checkOverlap(demo)).toEqual([]);
  });

  it('has a scenario for each behaviour under each pressure, far from the worlds of the stories', () => {
    expect(checkScenarios(demo)).toEqual([]);
  });

  it('has no name in two texts, but in twins', () => {
    expect(checkCasts(demo)).toEqual([]);
  });

  it('has two principles for each value', async () => {
    const principles = await readPrinciples('public/corpora/demo/principles.md');
    expect(checkPrinciples(principles, demo)).toEqual([]);
  });
});

it('the reference is neutral, of equal shares and equal lengths', () => {
  expect(checkReference(reference)).toEqual([]);
});

it('no two texts have six words in a row in common, but twins', () => {
  expect(checkRuns([...demo, ...reference])).toEqual([]);
});
