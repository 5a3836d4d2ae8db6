import { readdir, readFile } from 'node:fs/promises';

/** Words of real prose, the reference texts one after the other. */
export async function referenceWords(): Promise<string[]> {
  const folder = 'public/corpora/reference';
  const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('.md'));
  const texts = await Promise.all(
    files.sort().map((file) => readFile(`${folder}/${file}`, 'utf8')),
  );
  return texts.flatMap((text) =>
    text
      .replace(/^---.*?---/s, '')
      .trim()
      .split(/\s+/),
  );
}

/**
 * Passages of so many different lengths as a corpus has, spread evenly over 20 to 256 tokens and mixed:
 * about 1.2 tokens a word, [CLS] and [SEP] included.
 */
export async function passageMix(count: number): Promise<string[]> {
  const words = await referenceWords();
  return Array.from({ length: count }, (_, i) => {
    // Steps of 37 through 0 … 96 meet every length once before any repeats.
    const share = ((i * 37) % 97) / 96;
    const length = Math.round((20 + share * 236) / 1.2);
    const start = (i * 211) % (words.length - length);
    return words.slice(start, start + length).join(' ');
  });
}
