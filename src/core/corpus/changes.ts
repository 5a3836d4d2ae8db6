import type { Corpus, Document, Group } from './model.ts';

/** Records that a command wrote or removed: what storage must do. */
export interface Changes {
  readonly documents: { readonly put: readonly Document[]; readonly delete: readonly string[] };
  readonly groups: { readonly put: readonly Group[]; readonly delete: readonly string[] };
}

/** What differs between two states of a corpus; records are compared by reference. */
export function changesBetween(before: Corpus, after: Corpus): Changes {
  return {
    documents: difference(before.documents, after.documents),
    groups: difference(before.groups, after.groups),
  };
}

/** Whether a command did nothing. */
export function isUnchanged({ documents, groups }: Changes): boolean {
  return [documents.put, documents.delete, groups.put, groups.delete].every(
    ({ length }) => length === 0,
  );
}

function difference<T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { put: T[]; delete: string[] } {
  return {
    put: [...after.values()].filter((item) => before.get(item.id) !== item),
    delete: [...before.keys()].filter((id) => !after.has(id)),
  };
}
