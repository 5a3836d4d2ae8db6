import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/core/corpus/model.ts';
import { DEFAULT_VIEW } from '../../../src/core/project/view.ts';
import { back, chosen, stepBack } from '../../../src/ui/selection.ts';

const story = { id: 'story', role: 'training' } as Document;
const test = { id: 'test', role: 'evaluation' } as Document;

describe('choosing a text', () => {
  it('takes a document alone while no scenario is chosen', () => {
    const view = { ...DEFAULT_VIEW, ...chosen(story, DEFAULT_VIEW) };
    expect(view).toMatchObject({ document: 'story', scenario: null, anchor: 'document' });
  });

  it('holds a document against the scenario that is chosen', () => {
    const before = { ...DEFAULT_VIEW, scenario: 'test' };
    expect({ ...before, ...chosen(story, before) }).toMatchObject({
      document: 'story',
      scenario: 'test',
      anchor: 'scenario',
    });
  });

  it('starts over with a scenario, except in the list of a document', () => {
    const map = { ...DEFAULT_VIEW, document: 'story', anchor: 'document' as const };
    expect({ ...map, ...chosen(test, map) }).toMatchObject({ document: null, scenario: 'test' });
    const reach = { ...map, view: 'reach' as const };
    expect({ ...reach, ...chosen(test, reach) }).toMatchObject({
      document: 'story',
      scenario: 'test',
      anchor: 'document',
    });
  });
});

describe('one step back', () => {
  it('closes a pair, then lets go, then has nowhere to go', () => {
    let view = { ...DEFAULT_VIEW, view: 'reach' as const, document: 'story', scenario: 'test' };
    view = Object.assign(view, back(view));
    expect(view).toMatchObject({ document: null, scenario: 'test' });
    view = Object.assign(view, back(view));
    expect(view).toMatchObject({ document: null, scenario: null });
    expect(back(view)).toBeNull();
  });
});

describe('closing the reader', () => {
  it('closes the end of a pair that the list was not made for', () => {
    const pair = { view: 'reach', document: 'd', scenario: 's' } as const;
    expect(stepBack({ ...pair, anchor: 'scenario' })).toEqual({ document: null, passage: null });
    expect(stepBack({ ...pair, anchor: 'document' })).toEqual({ scenario: null, passage: null });
  });

  it('never takes the list away', () => {
    const selection = { document: null, scenario: 's', anchor: 'scenario' } as const;
    expect(stepBack({ ...selection, view: 'reach' })).toBeNull();
    expect(stepBack({ ...selection, view: 'map' })).toMatchObject({ scenario: null });
  });
});
