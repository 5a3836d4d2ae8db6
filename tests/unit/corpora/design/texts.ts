import { readdirSync, readFileSync } from 'node:fs';
import { countWords } from '../../../../src/core/corpus/words.ts';
import { readFrontMatter } from '../../../../src/core/corpus/parse/front-matter.ts';

/** One text of the shipped corpora, with what its file says of it. */
export interface Text {
  /** Path below `public/corpora/`, which every complaint names. */
  readonly file: string;
  /** The folder that it lies in: its group, or its genre. */
  readonly folder: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly body: string;
  readonly words: number;
}

const CORPORA = new URL('../../../../public/corpora/', import.meta.url);

/** All documents of `public/corpora/<corpus>/`, in the order of their paths; lists are left out. */
export function readTexts(corpus: 'demo' | 'reference'): Text[] {
  return readdirSync(new URL(corpus, CORPORA), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path))
    .sort()
    .map((path) => {
      const file = `${corpus}/${path}`;
      return textOf(file, readFileSync(new URL(file, CORPORA), 'utf8'));
    });
}

/** A text from what its file holds. */
export function textOf(file: string, content: string): Text {
  const { meta, body } = readFrontMatter(content);
  return { file, folder: file.split('/').at(-2) ?? '', meta, body, words: countWords(body) };
}

/** A field as a list: `oversight, honesty` is two entries; a field that is not there is none. */
export function listOf({ meta }: Text, field: string): string[] {
  return (meta.get(field) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The texts of one folder. */
export function inFolder(texts: readonly Text[], folder: string): Text[] {
  return texts.filter((text) => text.folder === folder);
}
