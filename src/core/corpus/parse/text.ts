import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { stemOf, tidyTitle } from './names.ts';
import { describe } from './record.ts';

/** A .txt file is one document, named after the file. */
export function parseText(text: string, file: SourceFile, findings: Findings): void {
  const described = describe(new Map(), file, tidyTitle(stemOf(file.name)));
  findings.add({ ...described, text, source: file.path, line: null });
}
