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

/** Twins of all documents that have one, by document id: `twinOf` of each, in one pass. */
export function allTwins({
  documents,
}: {
  readonly documents: ReadonlyMap<string, Pick<Document, 'id' | 'meta'>>;
}): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const key = (id: string, twin: string) => JSON.stringify([id, twin]);
  const named: { readonly id: string; readonly wanted: string }[] = [];
  for (const { id, meta } of documents.values()) {
    const [own, twin] = [meta.get('id'), meta.get('twin')];
    if (own === undefined || twin === undefined) continue;
    const names = key(own, twin);
    if (!first.has(names)) first.set(names, id);
    named.push({ id, wanted: key(twin, own) });
  }
  const twins = new Map<string, string>();
  for (const { id, wanted } of named) {
    const other = first.get(wanted);
    if (other !== undefined) twins.set(id, other);
  }
  return twins;
}
