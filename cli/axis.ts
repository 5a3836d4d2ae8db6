import type { AppError } from '../src/core/errors.ts';
import { toDocument, toGroup } from '../src/core/corpus/documents.ts';
import type { Corpus, Document } from '../src/core/corpus/model.ts';
import type { Draft } from '../src/core/corpus/parse/parse.ts';
import { allTwins } from '../src/core/corpus/twins.ts';
import { topicOf } from '../src/core/stance/corpus-axes.ts';
import type { AxisSource, Example, Pole, Twin } from '../src/core/stance/types.ts';
import { axisLearner } from './axes.ts';
import type { Command } from './command.ts';
import { LIMITS } from './limits.ts';
import { readOptions } from './options.ts';
import { embedDocuments, openSpace } from './space.ts';
import { readTexts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import { writeFileFrom } from './write-file.ts';

/** The `$id` of docs/schema/scores.schema.json. */
export const SCORES_SCHEMA = 'urn:parable:scores:1';

const HELP = `parable axis --positive FILE… --negative FILE… --score FILE… --out FILE

Learns a direction from the texts of one pole to those of the other, tests it on topics that it was
not learnt from, and places texts on it.

  --positive FILE…   texts of the pole that counts as more; as in parable embed, a text is a line of
  --negative FILE…   a .txt, a record of a .jsonl, .csv or .tsv, or a whole .md
  --score FILE…      texts to be placed
  --out FILE         .json, in the form of docs/schema/scores.schema.json
  --encoder E, --correction C, --seed N   as in parable relate
  --help             this text

A field "topic" says what a text is about: whole topics are held out, and without topics no axis is
called supported. Two texts of opposite poles that name each other (one's "twin" is the other's
"id") are twins: where there are any, the axis is learnt from these alone.

What cannot be read is said with its file and line; the rest is used, and the exit code is 1.`;

const POLES = [
  ['positive', 1],
  ['negative', -1],
] as const;

async function run(args: readonly string[]): Promise<readonly AppError[]> {
  const { lists, singles } = readOptions(args, {
    lists: ['positive', 'negative', 'score'],
    singles: ['out', 'encoder', 'seed', 'correction'],
  });
  const { out } = singles;
  if (Object.values(lists).some((files) => files.length === 0) || !out?.endsWith('.json')) {
    throw new UsageError(
      'axis needs --positive, --negative, --score and --out with a file that ends in .json.',
    );
  }
  const read = async (files: readonly string[]) => {
    const all = await Promise.all(files.map(readTexts));
    return {
      drafts: all.flatMap(({ texts }) => texts),
      problems: all.flatMap((each) => each.problems),
    };
  };
  const [space, positive, negative, score] = await Promise.all([
    openSpace(singles),
    read(lists.positive),
    read(lists.negative),
    read(lists.score),
  ]);
  const labelled = { positive: positive.drafts.map(placed), negative: negative.drafts.map(placed) };
  const scored = score.drafts.map((draft) => ({ draft, document: placed(draft) }));
  const documents = unique([
    ...labelled.positive,
    ...labelled.negative,
    ...scored.map(({ document }) => document),
  ]);
  const vectors = await embedDocuments(space.encoder, documents);
  const { scores, ...axis } = axisLearner(documents, vectors, space)(sourceOf(labelled));
  const byDocument = new Map(scores.map((each) => [each.document, each]));
  const result = {
    $schema: SCORES_SCHEMA,
    settings: space.settings,
    limits: LIMITS,
    axis,
    scores: scored.map(({ draft: { source, line, title }, document }) => {
      return { file: source, line, title, ...byDocument.get(document.id) };
    }),
  };
  await writeFileFrom(out, [JSON.stringify(result, null, 1), '\n']);
  return [positive, negative, score].flatMap(({ problems }) => problems);
}

const PLACEMENT = { role: 'training', group: '' } as const;

function placed(draft: Draft): Document {
  return toDocument(draft, PLACEMENT);
}

/** Each text once, the first of its kind. */
function unique(documents: readonly Document[]): Document[] {
  return [...new Map(documents.toReversed().map((each) => [each.id, each])).values()].reverse();
}

/** Twins across the poles if there are any, else all examples. */
function sourceOf(
  labelled: Readonly<Record<'positive' | 'negative', readonly Document[]>>,
): AxisSource {
  const twins = twinsOf(labelled.positive, labelled.negative);
  if (twins.length > 0) return { kind: 'paired', twins };
  const examples = POLES.flatMap(([name, pole]) =>
    labelled[name].map((each) => example(each, pole)),
  );
  return { kind: 'discriminant', examples };
}

function example(document: Document, pole: Pole): Example {
  return { document: document.id, pole, topic: topicOf(document) };
}

function twinsOf(positive: readonly Document[], negative: readonly Document[]): Twin[] {
  const group = toGroup(PLACEMENT);
  const corpus: Corpus = {
    documents: new Map([...positive, ...negative].map((each) => [each.id, each])),
    groups: new Map([[group.id, group]]),
  };
  const twins = allTwins(corpus);
  const others = new Set(negative.map(({ id }) => id));
  return positive.flatMap((document) => {
    const twin = twins.get(document.id);
    if (twin === undefined || !others.has(twin)) return [];
    return [{ positive: document.id, negative: twin, topic: topicOf(document) }];
  });
}

export const axis: Command = {
  about: 'a direction learnt from texts of two poles, and texts along it',
  help: HELP,
  run,
};
