import type { Corpus, Document } from './model.ts';

/**
 * The document that is this one's twin: each names the other's `id` in its field `twin`. Null
 * without one, or where only one of the two names the other.
 */
export function twinOf(corpus: Corpus, { meta }: Document): Document | null {
  const [id, twin] = [meta.get('id'), meta.get('twin')];
  if (id === undefined || twin === undefined) return null;
  for (const other of corpus.documents.values()) {
    if (other.meta.get('id') === twin && other.meta.get('twin') === id) return other;
  }
  return null;
}
