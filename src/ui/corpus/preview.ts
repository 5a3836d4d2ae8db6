import { group, rollup } from 'd3';
import type { Corpus, Role } from '../../core/corpus/model.ts';
import { tidyTitle } from '../../core/corpus/parse/names.ts';
import type { Draft, Shape } from '../../core/corpus/parse/parse.ts';
import type { Boilerplate } from '../../core/corpus/repeats/boilerplate.ts';
import { hashedLines } from '../../core/corpus/repeats/lines.ts';
import type { DroppedFile } from '../../engine/engine.ts';
import type { Bundle } from '../../state/importer.svelte.ts';
import { choosing, preview } from '../words/import.ts';
import { ownGroups } from '../words/shell.ts';

/** Characters whose words are counted one by one, a few milliseconds; more are extrapolated. */
const COUNTED_CHARS = 250_000;

/** Titles that a bundle shows as a foretaste. */
const TITLES = 4;
/** Lines of a template that are shown. */
const SHOWN_LINES = 4;

const sizes = new WeakMap<readonly Draft[], string>();

/** "12 documents, 3,204 words". */
export function sizeOf({ drafts }: Bundle): string {
  const known = sizes.get(drafts);
  if (known !== undefined) return known;
  const { words, exact } = wordsIn(drafts);
  const size = preview.size(drafts.length, preview.words(words, exact));
  sizes.set(drafts, size);
  return size;
}

/** Words of some texts; of long ones an estimate from their beginning. */
export function wordsIn(drafts: readonly Pick<Draft, 'text'>[]): { words: number; exact: boolean } {
  let chars = 0;
  let read = 0;
  let words = 0;
  for (const { text } of drafts) {
    chars += text.length;
    const part = text.slice(0, Math.max(0, COUNTED_CHARS - read));
    read += part.length;
    words += part.match(/\S+/g)?.length ?? 0;
  }
  if (read === chars) return { words, exact: true };
  const estimate = (words * chars) / read;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(estimate)) - 1);
  return { words: Math.round(estimate / step) * step, exact: false };
}

/** How many documents are of each shape, the most frequent first. */
export function shapesOf({ drafts }: Bundle): [Shape, number][] {
  const counts = rollup(
    drafts,
    (of) => of.length,
    ({ shape }) => shape,
  );
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Lines of a template as they stand in one of the documents, the first few. */
export function templateLines({ drafts }: Bundle, { lines, example }: Boilerplate): string[] {
  const text = drafts[example]?.text ?? '';
  const known = new Set(lines);
  const found = [...hashedLines(text)].filter(({ hash }) => known.has(hash));
  return found.slice(0, SHOWN_LINES).map(({ start, end }) => tidyTitle(text.slice(start, end)));
}

export function titlesOf({ drafts }: Bundle): string {
  const shown = drafts.slice(0, TITLES).map(({ title }) => title);
  return preview.titles(shown, drafts.length - shown.length);
}

/** A bundle in another role; a group name that nobody chose follows. */
export function inRole(bundle: Bundle, role: Role): Pick<Bundle, 'role' | 'group'> {
  const group = bundle.group === ownGroups[bundle.role] ? ownGroups[role] : bundle.group;
  return { role, group };
}

/** Names of the groups that a bundle may join. */
export function suggestions(corpus: Corpus, role: Role): string[] {
  const names = [...corpus.groups.values()].filter((group) => group.role === role);
  return [...new Set([...names.map(({ name }) => name), ownGroups[role]])];
}

/** What is said of several files in a row. */
export interface Alike<T> {
  readonly first: T;
  readonly others: readonly T[];
}

/** Of one kind, that are still said one by one. */
const FEW = 3;

/** Many problems or notes of one kind together, kinds in the order in which they first came. */
export function alike<T extends { readonly code: string }>(said: readonly T[]): Alike<T>[] {
  return [...group(said, ({ code }) => code).values()].flatMap((kind) => {
    if (kind.length <= FEW) return kind.map((first) => ({ first, others: [] }));
    const [first, ...others] = kind;
    return first ? [{ first, others }] : [];
  });
}

/** Documents whose fields are looked at for names to offer: those of a table come with the first. */
const LOOKED_AT = 2000;

/** Names of the fields that documents have. */
export function fieldNames(documents: readonly Pick<Draft, 'meta'>[]): string[] {
  const names = documents.slice(0, LOOKED_AT).flatMap(({ meta }) => [...meta.keys()]);
  return [...new Set(names)].sort();
}

/** A pasted text as the file that the importer reads: named after its title, saying its role. */
export function pastedFile(title: string, text: string, role: Role): DroppedFile {
  const line = title.replace(/\s+/g, ' ').trim();
  const matter = `---\nrole: ${role}\n${line === '' ? '' : `title: ${line}\n`}---\n\n`;
  const name = `${line.replace(/[/\\]/g, '-') || choosing.untitled}.md`;
  return { file: new File([matter, text], name, { type: 'text/markdown' }), path: name };
}
