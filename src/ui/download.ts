import { slices } from '../core/slices.ts';
import { rest } from '../platform/rest.ts';

/** UTF-16 units written before the page rests: some milliseconds. */
const SLICE_CHARS = 2 ** 18;

/** Hands the reader a file under a name. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Hands the reader a file of lines; the page draws and answers while they are made. */
export async function downloadLines(
  lines: Iterable<string>,
  type: string,
  name: string,
): Promise<void> {
  const parts: string[] = [];
  for (const some of slices(lines, ({ length }) => length, SLICE_CHARS)) {
    parts.push(some.join(''));
    await rest();
  }
  download(new Blob(parts, { type }), name);
}
