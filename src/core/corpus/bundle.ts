import { AppError } from '../errors.ts';
import { fromHalves, toHalves } from '../space/half.ts';
import { normaliseRows } from '../space/matrix.ts';
import { CHUNKER_VERSION } from './chunk.ts';
import { bytesHash, contentHash } from './identity.ts';
import type { Corpus, Document, Group } from './model.ts';
import type { Principle } from './principle.ts';
import { withSlots } from './slots.ts';

/** Raise with any change of form: a page refuses a bundle that another version of it built. */
const SCHEMA = 2;

/**
 * A corpus as the site ships it: one JSON file of texts and one binary file of vectors, both made
 * at build time so that the first map needs no model.
 */
export interface CorpusBundle {
  readonly schema: number;
  /** `encoderKey` of the vectors. */
  readonly encoder: string;
  readonly dims: number;
  readonly groups: readonly Group[];
  readonly documents: readonly BundledDocument[];
  readonly principles: readonly Omit<Principle, 'vector'>[];
  /** What was embedded, and the bytes that came of it: neither is used without the other. */
  readonly hashes: { readonly texts: string; readonly vectors: string };
}

interface BundledDocument {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly text: string;
  /** start, end, start, end, … */
  readonly passages: readonly number[];
  readonly meta: readonly (readonly [string, string])[];
}

/** What a bundle is made of: a corpus, and the sentences that are embedded beside it. */
export interface BundleSource {
  readonly corpus: Corpus;
  readonly principles: readonly Omit<Principle, 'vector'>[];
  /** `encoderKey` of the vectors. */
  readonly encoder: string;
  readonly dims: number;
}

export interface BundledCorpus {
  readonly corpus: Corpus;
  readonly principles: readonly Principle[];
  readonly encoder: string;
  /** By document id: [passages × dims], unit rows. */
  readonly vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
}

type Embedded = Pick<CorpusBundle, 'documents' | 'principles'>;

/** Every text that a bundle has a vector of, in the order of its rows. */
export function embeddedTexts(source: Pick<BundleSource, 'corpus' | 'principles'>): string[] {
  return textsOf({ documents: bundled(source.corpus), principles: source.principles });
}

/**
 * Both halves of a bundle. Vectors travel as half-precision numbers, which keep the neighbours
 * (docs/design.md, Vectors of the demo).
 *
 * @param vectors of `embeddedTexts(source)`, [texts × dims], unit rows
 */
export function packBundle(
  source: BundleSource,
  vectors: Float32Array,
): { readonly bundle: CorpusBundle; readonly vectors: Uint8Array<ArrayBuffer> } {
  const { corpus, principles, encoder, dims } = source;
  const bytes = new Uint8Array(toHalves(vectors).buffer);
  const documents = bundled(corpus);
  const hashes = {
    texts: textsHash({ documents, principles, encoder, dims }),
    vectors: bytesHash(bytes),
  };
  const groups = [...corpus.groups.values()];
  const bundle = { schema: SCHEMA, encoder, dims, hashes, groups, documents, principles };
  return { bundle, vectors: bytes };
}

/**
 * Joins the two halves.
 *
 * @param url names the bundle in errors
 * @throws AppError `demo-mismatch` if texts and vectors were not built together, or for this version
 */
export function readBundle(
  bundle: CorpusBundle,
  bytes: Uint8Array<ArrayBuffer>,
  url: string,
): BundledCorpus {
  const { schema, dims, hashes } = bundle;
  const whole =
    schema === SCHEMA && hashes.vectors === bytesHash(bytes) && hashes.texts === textsHash(bundle);
  if (!whole) throw new AppError('demo-mismatch', { url });
  const rows = normaliseRows(fromHalves(new Uint16Array(bytes.slice().buffer)), dims);
  const groups = new Map(bundle.groups.map((group) => [group.id, group]));
  const documents = new Map<string, Document>();
  const vectors = new Map<string, Float32Array<ArrayBuffer>>();
  let next = 0;
  const take = (count: number): Float32Array<ArrayBuffer> =>
    rows.slice(next * dims, (next += count) * dims);
  for (const each of bundle.documents) {
    const group = groups.get(each.group);
    if (!group) throw new AppError('demo-mismatch', { url });
    documents.set(each.id, unbundled(each, group));
    vectors.set(each.id, take(each.passages.length / 2));
  }
  const principles = bundle.principles.map((each) => ({ ...each, vector: take(1) }));
  if (next * dims !== rows.length) throw new AppError('demo-mismatch', { url });
  const corpus = withSlots({ documents, groups });
  return { corpus, principles, encoder: bundle.encoder, vectors };
}

function bundled({ documents }: Corpus): BundledDocument[] {
  return [...documents.values()].map(({ id, group, title, text, passages, meta }) => ({
    id,
    group,
    title,
    text,
    passages: passages.flatMap(({ start, end }) => [start, end]),
    meta: [...meta],
  }));
}

function unbundled({ passages, meta, ...fields }: BundledDocument, { role }: Group): Document {
  const spans = Array.from({ length: passages.length / 2 }, (_, index) => ({
    start: passages[2 * index] ?? 0,
    end: passages[2 * index + 1] ?? 0,
  }));
  return { ...fields, role, passages: spans, meta: new Map(meta), origin: 'demo' };
}

function textsOf({ documents, principles }: Embedded): string[] {
  const passages = documents.flatMap(({ text, passages: ends }) =>
    Array.from({ length: ends.length / 2 }, (_, i) => text.slice(ends[2 * i], ends[2 * i + 1])),
  );
  return [...passages, ...principles.map(({ sentence }) => sentence)];
}

/** Depends on all that vectors depend on, so that a text edited by hand is not taken for embedded. */
function textsHash(bundle: Embedded & Pick<CorpusBundle, 'encoder' | 'dims'>): string {
  return contentHash(bundle.encoder, `${bundle.dims}`, CHUNKER_VERSION, ...textsOf(bundle));
}
