import { chunk } from '../corpus/chunk.ts';
import { contentHash } from '../corpus/identity.ts';
import type { Corpus, Span } from '../corpus/model.ts';
import { topicOf } from './corpus-axes.ts';
import type { AxisSource, Pole } from './types.ts';

/** A text that stands for one pole of an axis of the reader's own. */
export type OwnExample =
  | { readonly kind: 'document'; readonly pole: Pole; readonly document: string }
  | {
      readonly kind: 'written';
      readonly pole: Pole;
      readonly text: string;
      /** What it is about, '' if nobody said. */
      readonly topic: string;
    };

/** An axis that the reader made from two lists of texts. Plain data. */
export interface OwnAxis {
  /** 16 hex digits, as those of documents. */
  readonly id: string;
  readonly name: string;
  /** Name of the pole that counts as more. */
  readonly positive: string;
  readonly negative: string;
  readonly examples: readonly OwnExample[];
}

/** A written example, as it is embedded. */
export interface WrittenText {
  readonly id: string;
  readonly text: string;
  readonly passages: readonly Span[];
}

/** The id under which an example takes part: its document's, or a hash of what was written. */
export function exampleId(example: OwnExample): string {
  return example.kind === 'document'
    ? example.document
    : contentHash('example', example.topic, example.text);
}

/** What an own axis is learnt from; a document's topic is the corpus's, a written text's its own. */
export function ownSource({ examples }: OwnAxis, { documents }: Corpus): AxisSource {
  return {
    kind: 'discriminant',
    examples: examples.map((example) => {
      const document = example.kind === 'document' ? documents.get(example.document) : undefined;
      const written = example.kind === 'written' ? example.topic.trim() : '';
      return {
        document: exampleId(example),
        pole: example.pole,
        topic: document ? topicOf(document) : written === '' ? null : written,
      };
    }),
  };
}

/** The texts of an own axis that were written for it, each once, cut like any document. */
export function writtenTexts({ examples }: OwnAxis): WrittenText[] {
  const texts = examples.flatMap((example) =>
    example.kind === 'written' ? [[exampleId(example), example.text] as const] : [],
  );
  return [...new Map(texts)].map(([id, text]) => ({ id, text, passages: chunk(text) }));
}

/** The axis with one more example; unchanged if it has that text or document already. */
export function withExample(axis: OwnAxis, example: OwnExample): OwnAxis {
  const id = exampleId(example);
  if (axis.examples.some((each) => exampleId(each) === id)) return axis;
  return { ...axis, examples: [...axis.examples, example] };
}

/** The axis without the example of an id. */
export function withoutExample(axis: OwnAxis, id: string): OwnAxis {
  return { ...axis, examples: axis.examples.filter((each) => exampleId(each) !== id) };
}

/** A hash of everything that an axis says but its id: equal for axes that say the same. */
export function axisHash({ name, positive, negative, examples }: OwnAxis): string {
  const said = examples.map((example) => `${example.pole} ${exampleId(example)}`);
  return contentHash('axis', 'said', name, positive, negative, ...said);
}
