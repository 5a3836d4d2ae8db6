import { AppError } from '../../errors.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { htmlText } from './html-text.ts';
import { stemOf, tidyTitle } from './names.ts';
import { describe } from './record.ts';

/** An .html file is one document: what the page says, titled by its title or first heading. */
export function parseHtml(html: string, file: SourceFile, findings: Findings): void {
  const { title, heading, text } = htmlText(html);
  if (text === '') throw new AppError('file-empty', { file: findings.file });
  const named = tidyTitle(title || heading) || tidyTitle(stemOf(file.name));
  findings.add({
    ...describe(new Map(), file, named),
    text,
    shape: 'page',
    source: file.path,
    line: null,
  });
}
