import { SINGLE_PARTS, type Mapping } from '../../core/corpus/parse/mapping.ts';

/** What one column of a table may be taken for; `rest` is kept beside the text as it is. */
export const MEANINGS = ['rest', 'text', ...SINGLE_PARTS, 'outcome'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a mapping takes a column for. */
export function meaningOf(mapping: Mapping, column: string): Meaning {
  if (mapping.text.includes(column)) return 'text';
  if (mapping.outcomes.includes(column)) return 'outcome';
  return SINGLE_PARTS.find((part) => mapping[part] === column) ?? 'rest';
}

/** The mapping with another meaning of one column; a part that only one column can be moves to it. */
export function withMeaning(mapping: Mapping, column: string, meaning: Meaning): Mapping {
  const other = (name: string): boolean => name !== column;
  const cleared: Record<(typeof SINGLE_PARTS)[number], string | null> = {
    title: mapping.title,
    role: mapping.role,
    group: mapping.group,
    topic: mapping.topic,
    twin: mapping.twin,
  };
  for (const part of SINGLE_PARTS) {
    if (part === meaning) cleared[part] = column;
    else if (cleared[part] === column) cleared[part] = null;
  }
  const [text, outcomes] = [mapping.text.filter(other), mapping.outcomes.filter(other)];
  return {
    ...cleared,
    text: meaning === 'text' ? [...text, column] : text,
    outcomes: meaning === 'outcome' ? [...outcomes, column] : outcomes,
  };
}
