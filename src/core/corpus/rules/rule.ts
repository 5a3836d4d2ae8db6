import { AppError } from '../../errors.ts';
import type { Role } from '../model.ts';

/** What of a document a rule looks at; the path is known while it is imported, not later. */
export const SUBJECTS = ['path', 'title', 'text', 'group', 'field'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How it is held against the pattern. */
export const TESTS = ['contains', 'is', 'matches'] as const;
export type Test = (typeof TESTS)[number];

/** Where documents go that fit. Plain data; rules are asked in their order, and the first one wins. */
export interface Rule {
  readonly id: string;
  readonly subject: Subject;
  /** Name of the field, where that is the subject. */
  readonly field: string;
  readonly test: Test;
  /** Blank while the rule is being written: it fits nothing then. */
  readonly pattern: string;
  /** null leaves it as it is. */
  readonly role: Role | null;
  /** Name of the group; blank leaves it as it is. */
  readonly group: string;
}

/** A document as rules see it. */
export interface Sortable {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** Name of the group that it would be in without rules. */
  readonly group: string;
  readonly meta: ReadonlyMap<string, string>;
}

/** Whether a rule says enough to fit anything. */
export function isComplete({ subject, field, pattern }: Rule): boolean {
  return pattern.trim() !== '' && (subject !== 'field' || field.trim() !== '');
}

/** What is wrong with a rule's regular expression, as `pattern-malformed`; null if nothing is. */
export function problemOf(rule: Rule): AppError | null {
  if (rule.test !== 'matches') return null;
  try {
    expressionOf(rule.pattern);
    return null;
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    const reason = said.split(': ').at(-1) ?? '';
    return new AppError('pattern-malformed', { pattern: rule.pattern, reason }, thrown);
  }
}

/**
 * Whether documents fit a rule. Case does not count, nor which of the ways to write an accented letter was
 * taken; `is` passes over blanks around, `matches` takes a regular expression of JavaScript whose ^
 * and $ are those of a line.
 *
 * @throws SyntaxError for a malformed expression
 */
export function testOf(rule: Rule): (document: Sortable) => boolean {
  if (!isComplete(rule)) return () => false;
  const fits = patternOf(rule);
  return (document) => {
    const value = valueOf(rule, document);
    return value !== undefined && fits(value);
  };
}

function patternOf({ test, pattern }: Rule): (value: string) => boolean {
  if (test === 'matches') {
    const expression = expressionOf(pattern);
    return (value) => expression.test(value.normalize());
  }
  const wanted = folded(pattern.trim());
  if (test === 'is') return (value) => folded(value.trim()) === wanted;
  return (value) => folded(value).includes(wanted);
}

function expressionOf(pattern: string): RegExp {
  return new RegExp(pattern.normalize(), 'imu');
}

function valueOf({ subject, field }: Rule, document: Sortable): string | undefined {
  return subject === 'field' ? document.meta.get(field.trim()) : document[subject];
}

function folded(value: string): string {
  return value.normalize().toLowerCase();
}
