import {
  parseFile,
  type Mapping,
  type Parsed,
} from '../../../../../src/core/corpus/parse/parse.ts';

/** Parses a text as if it had been dropped as a file. */
export async function read(
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  mapping: Mapping | null = null,
): Promise<Parsed> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return parseFile({ name: path.split('/').at(-1) ?? path, path, bytes }, mapping);
}

/** Codes and lines of the problems, in order: `json-malformed:3`. */
export function problems({ problems }: Parsed): string[] {
  return problems.map(({ code, params }) => ('line' in params ? `${code}:${params.line}` : code));
}

/** The texts of the drafts. */
export function texts({ drafts }: Parsed): string[] {
  return drafts.map(({ text }) => text);
}
