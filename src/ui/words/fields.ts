/** The names of a document's fields that are not words themselves. */
const FIELD_NAMES: Readonly<Record<string, string>> = { states_why: 'says why' };
export const fieldName = (key: string): string => FIELD_NAMES[key] ?? key;
