import { AppError } from '../../errors.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { readFrontMatter } from './front-matter.ts';
import { stemOf, tidyTitle } from './names.ts';
import { describe } from './record.ts';

/** A first heading further down than this is no title. */
const TITLE_WITHIN = 10_000;

/**
 * A .md file is one document: its body as written, never rendered. Title from the front matter,
 * else the first heading, else the name of the file.
 */
export function parseMarkdown(text: string, file: SourceFile, findings: Findings): void {
  const { meta, body } = readFrontMatter(text);
  if (!/\S/.test(body)) throw new AppError('file-empty', { file: findings.file });
  const title = firstHeading(body) ?? tidyTitle(stemOf(file.name));
  findings.add({
    ...describe(meta, file, title),
    text: body,
    shape: 'text',
    source: file.path,
    line: null,
  });
}

function firstHeading(body: string): string | null {
  for (const line of body.slice(0, TITLE_WITHIN).split(/\r\n?|\n/)) {
    const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1];
    const title = heading === undefined ? '' : tidyTitle(plainHeading(heading));
    if (title !== '') return title;
  }
  return null;
}

/** Drops the closing `#`s and the marks of emphasis around the whole heading. */
function plainHeading(heading: string): string {
  const bare = heading
    .trimEnd()
    .replace(/(?:^|[ \t])#{1,20}$/, '')
    .trim();
  return /^(\*\*|__|\*|_|`)([^*_`]+)\1$/.exec(bare)?.[2] ?? bare;
}
