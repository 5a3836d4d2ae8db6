import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catching, NO_RULE, seenBy } from '../../../../../src/core/corpus/rules/catching.ts';
import {
  problemOf,
  testOf,
  type Rule,
  type Sortable,
} from '../../../../../src/core/corpus/rules/rule.ts';
import { RULE_STEP_CHARS } from '../../../../../src/core/limits.ts';

const RULE: Rule = {
  id: 'a',
  subject: 'title',
  field: '',
  test: 'contains',
  pattern: 'log',
  role: null,
  group: '',
};
const LOG: Sortable = {
  path: 'Mix/Logs/keeper.md',
  title: "The Keeper's Log",
  text: 'First line.\nSecond café.',
  group: 'Logs',
  meta: new Map([['topic', ' Harbour ']]),
};

const rule = (part: Partial<Rule>): Rule => ({ ...RULE, ...part });
const fits = (part: Partial<Rule>, document = LOG): boolean => testOf(rule(part))(document);

function caught(rules: readonly Rule[], documents: readonly Sortable[]): number[] {
  const steps = catching(rules, documents);
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value];
  }
}

describe('a rule', () => {
  it.each<[Partial<Rule>, boolean]>([
    [{ pattern: 'KEEPER' }, true],
    [{ pattern: ' log ' }, true],
    [{ pattern: 'logs' }, false],
    [{ subject: 'path', pattern: 'logs/' }, true],
    [{ subject: 'text', pattern: 'second' }, true],
    [{ subject: 'group', test: 'is', pattern: 'logs' }, true],
    [{ subject: 'group', test: 'is', pattern: 'log' }, false],
    [{ subject: 'field', field: 'topic', test: 'is', pattern: 'harbour' }, true],
    [{ subject: 'field', field: ' topic ', pattern: 'bour' }, true],
    [{ subject: 'field', field: 'Topic', pattern: 'bour' }, false],
    [{ subject: 'field', field: '__proto__', pattern: 'o' }, false],
    [{ test: 'matches', pattern: "^the keeper's (log|diary)$" }, true],
    [{ subject: 'text', test: 'matches', pattern: '^second' }, true],
    [{ test: 'contains', pattern: '.' }, false],
  ])('%j fits: %s', (part, expected) => {
    expect(fits(part)).toBe(expected);
  });

  it('takes an accent for the same however it is written', () => {
    for (const test of ['contains', 'matches'] as const) {
      expect(fits({ subject: 'text', test, pattern: 'cafe\u0301' })).toBe(true);
      expect(fits({ test, pattern: 'é' }, { ...LOG, title: 'cafe\u0301' })).toBe(true);
    }
  });

  it('fits nothing while it is being written', () => {
    for (const test of ['contains', 'is', 'matches'] as const) {
      expect(fits({ test, pattern: '  ' })).toBe(false);
      expect(fits({ test, subject: 'field', pattern: 'a' })).toBe(false);
    }
    expect(fits({ test: 'is', pattern: '' }, { ...LOG, title: '' })).toBe(false);
  });

  it('says what is wrong with its expression, and nothing of a plain text', () => {
    const problem = problemOf(rule({ test: 'matches', pattern: '(log' }));
    expect(problem).toMatchObject({
      code: 'pattern-malformed',
      params: { pattern: '(log', reason: 'Unterminated group' },
    });
    expect(problemOf(rule({ test: 'contains', pattern: '(log' }))).toBeNull();
    expect(problemOf(rule({ test: 'matches', pattern: '(log)' }))).toBeNull();
  });

  it('is either said to be malformed or can be asked, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: 'binary' }), (pattern) => {
        const typed = rule({ test: 'matches', pattern });
        if (problemOf(typed) === null) expect(typeof testOf(typed)(LOG)).toBe('boolean');
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('rules', () => {
  const titled = (title: string): Sortable => ({ ...LOG, title });

  it('are asked in order, and the first that fits wins', () => {
    const rules = [rule({ pattern: 'a' }), rule({ pattern: 'b' }), rule({ pattern: '' })];
    const documents = ['a', 'b', 'ab', 'c'].map(titled);
    expect(caught(rules, documents)).toEqual([0, 1, 0, NO_RULE]);
    expect(caught(rules.toReversed(), documents)).toEqual([2, 1, 1, NO_RULE]);
    expect(caught([], documents)).toEqual([NO_RULE, NO_RULE, NO_RULE, NO_RULE]);
    expect(caught(rules, [])).toEqual([]);
  });

  it('give a sign of life before each longer stretch of text', () => {
    const long = { ...LOG, text: 'x'.repeat(RULE_STEP_CHARS) };
    const rules = [rule({ pattern: 'never' }), rule({ pattern: 'log' })];
    expect([...catching(rules, [long, long, LOG])]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...catching(rules, [LOG, LOG, LOG])]).toEqual([0, 1]);
  });

  it('see no more than they ask for, and catch the same', () => {
    const part = fc.record({
      subject: fc.constantFrom('path', 'title', 'text', 'group', 'field'),
      test: fc.constantFrom('contains', 'is', 'matches'),
      field: fc.constantFrom('topic', 'value'),
      pattern: fc.constantFrom('a', 'b', 'ab', 'b*'),
    });
    const word = fc.constantFrom('', 'a', 'b', 'ab', 'c');
    const document = fc.record({
      path: word,
      title: word,
      text: word,
      group: word,
      meta: fc
        .dictionary(fc.constantFrom('topic', 'value', 'other'), word)
        .map((fields) => new Map(Object.entries(fields))),
    });
    fc.assert(
      fc.property(fc.array(part), fc.array(document), (parts, documents) => {
        const rules = parts.map((each) => rule(each as Partial<Rule>));
        expect(caught(rules, documents.map(seenBy(rules)))).toEqual(caught(rules, documents));
      }),
      { seed: 5 },
    );
    expect(seenBy([RULE])(LOG)).toEqual({
      path: '',
      title: LOG.title,
      text: '',
      group: '',
      meta: new Map(),
    });
  });
});
