import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BundleSource } from '../../src/core/corpus/bundle.ts';
import { toDocument, toGroup, type Placement } from '../../src/core/corpus/documents.ts';
import type { Corpus, Document, Group } from '../../src/core/corpus/model.ts';
import { decode } from '../../src/core/corpus/parse/decode.ts';
import type { Draft } from '../../src/core/corpus/parse/draft.ts';
import { Findings } from '../../src/core/corpus/parse/findings.ts';
import { parseMarkdown } from '../../src/core/corpus/parse/markdown.ts';
import { PRINCIPLES_FILE, readPrinciples } from './principles.ts';

/** What a bundle is made of, before it is embedded. */
export type CorpusTexts = Pick<BundleSource, 'corpus' | 'principles'>;

/**
 * The texts of `public/corpora/<name>/`, cut into passages: a document a file, in the order of
 * folders below, and the list of principles, which is no document.
 *
 * @throws AppError naming the file that cannot be read
 */
export async function readCorpusTexts(root: string, name: string): Promise<CorpusTexts> {
  const folder = join(root, 'public', 'corpora', name);
  const paths = (await readdir(folder, { recursive: true })).filter(
    (path) => path.endsWith('.md') && path !== PRINCIPLES_FILE,
  );
  return {
    corpus: await readCorpus(folder, paths.sort(inOrder)),
    principles: await readPrinciples(join(folder, PRINCIPLES_FILE)),
  };
}

/**
 * Folders as the explorer lists them: stories beside their twins and beside the essays, what is
 * there for comparison after them, scenarios last. A folder that is not named comes in between, by
 * its name.
 */
const FIRST = ['aligned-ai', 'villain-ai', 'aligned-human', 'constitution', 'advice'];
const LAST = [
  'bare-refusals',
  'reasoned-refusals',
  'neutral-ai',
  'decoys',
  'unrelated',
  'scenarios',
];

function inOrder(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
}

function placeOf(path: string): number {
  const folder = path.split(sep)[0] ?? '';
  const first = FIRST.indexOf(folder);
  if (first >= 0) return first;
  return FIRST.length + 1 + LAST.indexOf(folder);
}

async function readCorpus(folder: string, paths: readonly string[]): Promise<Corpus> {
  const documents = new Map<string, Document>();
  const groups = new Map<string, Group>();
  for (const path of paths) {
    for (const draft of await readDrafts(folder, join(folder, path))) {
      const placement = placementOf(draft);
      const document = toDocument(draft, placement);
      const group = toGroup(placement);
      groups.set(group.id, group);
      documents.set(document.id, { ...document, origin: 'demo' });
    }
  }
  return { documents, groups };
}

async function readDrafts(folder: string, file: string): Promise<readonly Draft[]> {
  const path = relative(folder, file).split(sep).join('/');
  const { text } = decode(await readFile(file), path);
  const findings = new Findings(path);
  parseMarkdown(text, { name: path.split('/').at(-1) ?? path, path }, findings);
  const { drafts, problems } = findings.result(null);
  if (problems[0]) throw problems[0];
  return drafts;
}

/** Reference documents form one group a genre; demo documents name their own. */
function placementOf({ role, group, meta }: Draft): Placement {
  return { role: role ?? 'training', group: meta.get('genre') ?? group ?? '' };
}
