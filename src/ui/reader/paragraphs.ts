import type { Run } from './segments.ts';

export interface Paragraph {
  readonly runs: readonly Run[];
  /** Follows its predecessor after a single line break, as in verse, lists and mail headers. */
  readonly tight: boolean;
}

const LINE_BREAKS = /(?:\r\n|\n|\r)+/g;

/** Splits runs of a text at its line breaks; the breaks and blank lines are left out. */
export function paragraphsOf(text: string, runs: readonly Run[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Run[] = [];
  let breaks = '';
  const close = (): void => {
    const blank = current.every(({ start, end }) => text.slice(start, end).trim() === '');
    if (blank) {
      current = [];
      return;
    }
    paragraphs.push({ runs: current, tight: paragraphs.length > 0 && lines(breaks) < 2 });
    current = [];
    breaks = '';
  };
  for (const run of runs) {
    let at = run.start;
    for (const match of text.slice(run.start, run.end).matchAll(LINE_BREAKS)) {
      const start = run.start + match.index;
      if (start > at) current.push({ ...run, start: at, end: start });
      close();
      breaks += match[0];
      at = start + match[0].length;
    }
    if (run.end > at) current.push(at === run.start ? run : { ...run, start: at });
  }
  close();
  return paragraphs;
}

function lines(breaks: string): number {
  return breaks.replaceAll('\r\n', '\n').length;
}
