import { RULE_STEP_CHARS } from '../../limits.ts';
import { testOf, type Rule, type Sortable } from './rule.ts';

/** Stands for a document that no rule fits. */
export const NO_RULE = -1;

/**
 * Asks rules about documents, in steps, since a regular expression may take for ever: each step says
 * first which rule is asked about the next documents, `RULE_STEP_CHARS` of text or a single one.
 *
 * @param rules - well formed (`problemOf`)
 * @returns for each document the place of the first rule that it fits, or `NO_RULE`
 */
export function* catching(
  rules: readonly Rule[],
  documents: readonly Sortable[],
): Generator<number, Int32Array<ArrayBuffer>> {
  const caught = new Int32Array(documents.length).fill(NO_RULE);
  for (const [at, rule] of rules.entries()) {
    const fits = testOf(rule);
    let chars = Infinity;
    for (const [place, document] of documents.entries()) {
      if (caught[place] !== NO_RULE) continue;
      chars += document.text.length;
      if (chars > RULE_STEP_CHARS) {
        yield at;
        chars = document.text.length;
      }
      if (fits(document)) caught[place] = at;
    }
  }
  return caught;
}

/** The documents with only what the rules look at, so that no text travels for a rule about titles. */
export function seenBy(rules: readonly Rule[]): (document: Sortable) => Sortable {
  const subjects = new Set(rules.map(({ subject }) => subject));
  const fields = new Set(
    rules.filter(({ subject }) => subject === 'field').map(({ field }) => field.trim()),
  );
  return ({ path, title, text, group, meta }) => ({
    path: subjects.has('path') ? path : '',
    title: subjects.has('title') ? title : '',
    text: subjects.has('text') ? text : '',
    group: subjects.has('group') ? group : '',
    meta: new Map([...meta].filter(([key]) => fields.has(key))),
  });
}
