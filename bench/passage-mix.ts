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

export const MIX_MIN_TOKENS = 20;
export const MIX_MAX_TOKENS = 256;

/**
 * Passages of 20 to 256 tokens, what a tokenizer puts around them included, mixed: as many of 20 to 40 as
 * of 40 to 80, the way lengths of paragraphs lie (those of the bundled texts: quartiles 18, 37 and 68 tokens
 * in the reference, 25, 49 and 80 in the demo).
 *
 * @param countTokens of a text, with what the tokenizer puts around it
 */
export async function passageMix(
  count: number,
  countTokens: (text: string) => number,
): Promise<string[]> {
  const words = await referenceWords();
  return Array.from({ length: count }, (_, i) => {
    // Steps of 37 through 0 … 96 meet every length once before any repeats.
    const share = ((i * 37) % 97) / 96;
    const tokens = Math.round(MIX_MIN_TOKENS * (MIX_MAX_TOKENS / MIX_MIN_TOKENS) ** share);
    const start = (i * 211) % (words.length - tokens);
    // A word has at least one token, so that words are taken away until the tokens fit.
    let end = start + tokens;
    while (countTokens(words.slice(start, end).join(' ')) > tokens) end--;
    return words.slice(start, end).join(' ');
  });
}
