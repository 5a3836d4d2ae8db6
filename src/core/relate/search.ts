/**
 * A text as words to search in: without case and accents, each word after one space. Letters and
 * digits make words; everything else separates them.
 */
export function foldWords(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return ' ' + plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** What of a document is searched, folded by `foldWords`. */
export interface Searchable {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Ids of the documents in which every word of the query begins a word of the title or the text;
 * documents whose title alone has them all come first, otherwise in the order given. Nothing for a
 * query without words.
 */
export function searchWords(documents: Iterable<Searchable>, query: string): string[] {
  const words = foldWords(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const inTitle: string[] = [];
  const inText: string[] = [];
  for (const { id, title, text } of documents) {
    const missing = words.filter((word) => !title.includes(` ${word}`));
    if (missing.length === 0) inTitle.push(id);
    else if (missing.every((word) => text.includes(` ${word}`))) inText.push(id);
  }
  return [...inTitle, ...inText];
}
