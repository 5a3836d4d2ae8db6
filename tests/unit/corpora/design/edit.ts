import { textOf, type Text } from './texts.ts';

/** Edits of texts in memory, for the tests that break the design on purpose. */

/** The same texts with one of them changed: its body, or fields of it. @throws Error without it */
export function edited(
  texts: readonly Text[],
  file: string,
  change: { body?: (body: string) => string; meta?: Readonly<Record<string, string>> },
): Text[] {
  if (!texts.some((text) => text.file === file)) throw new Error(`there is no ${file}`);
  return texts.map((text) => {
    if (text.file !== file) return text;
    const meta = new Map([...text.meta, ...Object.entries(change.meta ?? {})]);
    const head = [...meta].map(([name, value]) => `${name}: ${value}`).join('\n');
    return textOf(file, `---\n${head}\n---\n${change.body?.(text.body) ?? text.body}`);
  });
}

/** The same texts but one. */
export const without = (texts: readonly Text[], file: string): Text[] =>
  texts.filter((text) => text.file !== file);
/** An edit that puts words at the end. */
export const adding = (words: string) => ({ body: (body: string) => `${body} ${words}` });
/** `count` words that no other text has, in sentences of ten. */
export const filler = (count: number): string =>
  Array.from({ length: count }, (_, i) => `zq${i}x${i % 10 === 9 ? '.' : ''}`).join(' ');
