import { readdir, readFile } from 'node:fs/promises';

/**
 * Passages of 100 words from the reference texts, each begun at another word so that none repeats:
 * real prose, with the word frequencies that a tokenizer's cache meets.
 */
export async function passagesOf100Words(count: number): Promise<string[]> {
  const folder = 'public/corpora/reference';
  const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('.md'));
  const texts = await Promise.all(
    files.sort().map((file) => readFile(`${folder}/${file}`, 'utf8')),
  );
  const words = texts.flatMap((text) =>
    text
      .replace(/^---.*?---/s, '')
      .trim()
      .split(/\s+/),
  );
  return Array.from({ length: count }, (_, i) => {
    const start = (i * 37) % (words.length - 100);
    return words.slice(start, start + 100).join(' ');
  });
}
