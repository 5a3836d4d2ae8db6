import { readFile } from 'node:fs/promises';
import { readFrontMatter } from '../../src/core/corpus/parse/front-matter.ts';
import type { Principle } from '../../src/core/corpus/principle.ts';

/** The list of a corpus, beside the folders of its documents. */
export const PRINCIPLES_FILE = 'principles.md';

const PRINCIPLE = /^(([a-z-]+)-\d+): (\S.*\.)$/;

/**
 * Reads principles, one a line: `care-1: Look for the people who will bear the result.` is the
 * first sentence of the value `care`. Nothing else may stand below the front matter.
 *
 * @param file named in errors
 * @throws Error naming the line that is of no such form, or repeats an id
 */
export function parsePrinciples(text: string, file: string): Omit<Principle, 'vector'>[] {
  const { body } = readFrontMatter(text);
  const before = text.slice(0, text.length - body.length).split('\n').length - 1;
  const found = new Map<string, Omit<Principle, 'vector'>>();
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, id, value, sentence] = PRINCIPLE.exec(line) ?? [];
    if (id === undefined || value === undefined || sentence === undefined || found.has(id)) {
      const where = `${file}:${before + index + 1}`;
      throw new Error(`${where}: not “value-1: Sentence.” with a number of its own`);
    }
    found.set(id, { id, value, sentence });
  }
  return [...found.values()];
}

/** The principles of a corpus; none if it has no list. */
export async function readPrinciples(file: string): Promise<Omit<Principle, 'vector'>[]> {
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw thrown;
  });
  return parsePrinciples(text, file);
}
