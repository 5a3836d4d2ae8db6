import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { stemOf, tidyTitle } from './names.ts';
import { describe } from './record.ts';

/** What stands between the texts of a file of many, in TinyStories and other training streams. */
const END_OF_TEXT = '<|endoftext|>';

/** A .txt file is one document, named after the file; one with `<|endoftext|>` marks, one for each text, named by its first words. */
export async function parseText(text: string, file: SourceFile, findings: Findings): Promise<void> {
  const name = tidyTitle(stemOf(file.name));
  const described = describe(new Map(), file, name);
  const source = file.path;
  if (!text.includes(END_OF_TEXT)) {
    findings.add({ ...described, text, shape: 'text', source, line: null });
    return;
  }
  let line = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf(END_OF_TEXT, start);
    const end = next < 0 ? text.length : next;
    const one = text.slice(start, end).trim();
    start = end + END_OF_TEXT.length;
    if (one === '') continue;
    line++;
    findings.add({
      ...described,
      title: findings.openings.title(one, `${line}`),
      text: one,
      shape: 'stream',
      source,
      line,
    });
    if (findings.stopAfter(line)) return;
    const rest = findings.pace.worked(one.length);
    if (rest) await rest;
  }
}
