import { ascending, rollups } from 'd3';
import { contentHash } from '../corpus/identity.ts';
import type { Document } from '../corpus/model.ts';
import { allTwins } from '../corpus/twins.ts';
import type { AxisSource, Example, Pole, Twin } from './types.ts';

/** An axis that the corpus itself offers: a field in which documents differ. */
export interface CorpusAxis {
  readonly id: string;
  /** The field of the documents, such as `value` or `states_why`. */
  readonly field: string;
  readonly source: AxisSource;
}

/** What is known of a document here. */
type Described = Pick<Document, 'id' | 'role' | 'meta'>;

/** What a field says of a document's pole. */
const POLES: Readonly<Record<string, Pole>> = {
  '+': 1,
  yes: 1,
  true: 1,
  positive: 1,
  aligned: 1,
  '-': -1,
  '−': -1,
  no: -1,
  false: -1,
  negative: -1,
  misaligned: -1,
};

/** The id of the axis of a field, the same for every corpus, so that a link can name it. */
export function corpusAxisId(field: string): string {
  return contentHash('axis', 'field', field);
}

/**
 * The axes that a corpus offers, by field: of every field in which twins are on opposite poles, the
 * paired axis of these twins; of every other field with documents on both poles, the discriminant of
 * these. Only training documents count, and a document's topic is its field `topic`. Paired axes
 * come first, then by the number of documents.
 */
export function corpusAxes(corpus: {
  readonly documents: ReadonlyMap<string, Described>;
}): CorpusAxis[] {
  const training = [...corpus.documents.values()].filter(({ role }) => role === 'training');
  const twinIds = allTwins(corpus);
  const twins = training.flatMap((document) => {
    const twin = corpus.documents.get(twinIds.get(document.id) ?? '');
    return twin ? [[document, twin] as const] : [];
  });
  return Array.from(examplesByField(training))
    .flatMap(([field, examples]) => {
      const source = pairedSource(field, twins) ?? labelledSource(examples);
      return source ? [{ id: corpusAxisId(field), field, source }] : [];
    })
    .sort((a, b) => rankOf(a.source) - rankOf(b.source) || ascending(a.field, b.field));
}

function pairedSource(
  field: string,
  twins: readonly (readonly [Described, Described])[],
): AxisSource | null {
  const found = twins.flatMap(([document, twin]): Twin[] => {
    if (poleOf(document, field) !== 1 || poleOf(twin, field) !== -1) return [];
    return [{ positive: document.id, negative: twin.id, topic: topicOf(document) }];
  });
  return found.length > 0 ? { kind: 'paired', twins: found } : null;
}

/** For each field the documents that it puts on a pole, in one pass: a corpus has more documents than fields. */
function examplesByField(documents: readonly Described[]): ReadonlyMap<string, Example[]> {
  const fields = new Map<string, Example[]>();
  for (const document of documents) {
    for (const field of document.meta.keys()) {
      const pole = poleOf(document, field);
      if (!pole) continue;
      const examples = fields.get(field) ?? [];
      examples.push({ document: document.id, pole, topic: topicOf(document) });
      fields.set(field, examples);
    }
  }
  return fields;
}

function labelledSource(examples: readonly Example[]): AxisSource | null {
  const poles = rollups(
    examples,
    (each) => each.length,
    ({ pole }) => pole,
  );
  return poles.length === 2 ? { kind: 'discriminant', examples } : null;
}

function poleOf({ meta }: Described, field: string): Pole | null {
  return POLES[meta.get(field)?.trim().toLowerCase() ?? ''] ?? null;
}

/** The topic, or domain, of a document: its field `topic`. */
export function topicOf({ meta }: Pick<Document, 'meta'>): string | null {
  const topic = meta.get('topic')?.trim() ?? '';
  return topic === '' ? null : topic;
}

/** Paired before labelled, and those of many documents before those of few. */
function rankOf(source: AxisSource): number {
  return source.kind === 'paired' ? -source.twins.length : 1 / source.examples.length;
}
