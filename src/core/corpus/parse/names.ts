import { MAX_TITLE_CHARS } from '../../limits.ts';
import type { Role } from '../model.ts';
import type { SourceFile } from './draft.ts';

const EVALUATION = /^(?:scenarios?|evals?|evaluations?|tests?|honeypots?)$/;

/** Lower-case extension without its dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** File name without its extension. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** One line of at most `MAX_TITLE_CHARS`; empty where nothing is left. */
export function tidyTitle(title: string): string {
  const line = title
    .slice(0, 4 * MAX_TITLE_CHARS)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= MAX_TITLE_CHARS) return line;
  return `${line.slice(0, MAX_TITLE_CHARS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The folder that a file lies in; null for a loose file. */
export function folderGroup({ path }: SourceFile): string | null {
  return tidyTitle(path.split('/').at(-2) ?? '') || null;
}

/** A role spelt out in a record; null for any other word, such as a chat's "user". */
export function explicitRole(value: string): Role | null {
  const word = value.trim().toLowerCase();
  if (word === 'training' || word === 'train') return 'training';
  return word === 'evaluation' || word === 'eval' || word === 'scenario' ? 'evaluation' : null;
}

/** `evaluation` where a folder or the given name is called so ("eval set", "TestScenarios"), else null. */
export function guessRole({ path }: SourceFile, name: string | null): Role | null {
  const names = [...path.split('/').slice(0, -1), name ?? ''];
  const words = names.flatMap((each) =>
    each
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  return words.some((word) => EVALUATION.test(word)) ? 'evaluation' : null;
}
