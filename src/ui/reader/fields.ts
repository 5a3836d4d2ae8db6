import { fieldName } from '../words/fields.ts';
import { valueName } from '../words/reader.ts';

/** A field of a document as the reader shows it. */
export interface Field {
  /** As in the document's file, and unique. */
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** What says most about a text comes first; other fields follow as they came, bookkeeping last. */
const FIRST = ['topic', 'form', 'principles', 'states_why', 'behaviour', 'pressure'];
const LAST = ['agent', 'id'];

/** The fields of a document in words, the most telling first; without `twin` where that is a link. */
export function fieldsOf(meta: ReadonlyMap<string, string>, linked: boolean): Field[] {
  const place = (key: string): number => {
    const first = FIRST.indexOf(key);
    return first >= 0 ? first : FIRST.length + 1 + LAST.indexOf(key);
  };
  return [...meta]
    .filter(([key]) => !(linked && key === 'twin'))
    .map(([key, value]) => ({ key, name: fieldName(key), value: inWords(key, value) }))
    .sort((a, b) => place(a.key) - place(b.key));
}

function inWords(key: string, value: string): string {
  if (key !== 'principles') return value;
  return value
    .split(',')
    .map((each) => valueName(each.trim()))
    .join(', ');
}
