import type { BundledCorpus } from '../core/corpus/bundle.ts';
import type { Document } from '../core/corpus/model.ts';
import type { Principle } from '../core/corpus/principle.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import type { ReferenceDocument } from '../core/space/types.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import { runEmbedding, type EmbeddingProgress } from './embedding-run.ts';

interface ReferenceOptions {
  readonly signal?: AbortSignal;
  /** Not called where nothing has to be embedded. */
  readonly onProgress?: (progress: EmbeddingProgress) => void;
}

/** The reference in the space of the encoder in use: as shipped, or embedded now. */
export async function embedReference(
  engine: Engine,
  choice: EncoderChoice,
  reference: BundledCorpus,
  { signal, onProgress }: ReferenceOptions = {},
): Promise<ReferenceDocument[]> {
  const documents = [...reference.corpus.documents.values()];
  const vectors = new Map(reference.vectors);
  if (encoderKey(choice.spec) !== reference.encoder) {
    await runEmbedding(engine.encoder, choice, documents, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      onDocument: (id, rows) => vectors.set(id, rows),
    });
  }
  return documents.map((document) => neutral(document, vectors.get(document.id)));
}

/** The reference where it has no vectors: its words alone, which say how rare a word is. */
export function wordsOf({ corpus }: BundledCorpus): ReferenceDocument[] {
  return Array.from(corpus.documents.values(), ({ group, text }) => ({
    genre: group,
    text,
    passages: [],
    vectors: new Float32Array(),
  }));
}

/** The principles as shipped, or embedded now. */
export async function embedPrinciples(
  engine: Engine,
  choice: EncoderChoice,
  demo: BundledCorpus,
): Promise<Principle[]> {
  const principles = [...demo.principles];
  if (encoderKey(choice.spec) === demo.encoder) return principles;
  const vectors = new Map<string, Float32Array<ArrayBuffer>>();
  const texts = principles.map(({ id, sentence }) => ({
    id,
    text: sentence,
    passages: [{ start: 0, end: sentence.length }],
  }));
  await embedDocuments(engine.encoder, choice, texts, {
    onDocument: (id, vector) => vectors.set(id, vector),
  });
  return principles.map((each) => ({ ...each, vector: vectors.get(each.id) ?? each.vector }));
}

function neutral(
  { group, text, passages }: Document,
  vectors: Float32Array<ArrayBuffer> | undefined,
): ReferenceDocument {
  return { genre: group, text, passages, vectors: vectors ?? new Float32Array() };
}
