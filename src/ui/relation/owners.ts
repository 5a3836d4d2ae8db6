import type { Corpus, Document } from '../../core/corpus/model.ts';

/** Whose documents: the demo's, the reader's own, or both. */
export type Owners = Document['origin'] | 'both';

/** Whose the other training documents are, among which a document has a place; `own` where there are none. */
export function ownersOfOthers(corpus: Pick<Corpus, 'documents'>, document: string): Owners {
  const origins = new Set<Document['origin']>();
  for (const { id, role, origin } of corpus.documents.values()) {
    if (role === 'training' && id !== document) origins.add(origin);
  }
  if (!origins.has('demo')) return 'own';
  return origins.has('own') ? 'both' : 'demo';
}
