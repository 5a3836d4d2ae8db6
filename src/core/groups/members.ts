import type { Document } from '../corpus/model.ts';
import type { Member } from './types.ts';

/**
 * Documents as a contrast sees them, in their order, with the fields `id`, `topic` and `twin` that
 * came with them. If several have the same field `id`, it names the first.
 */
export function membersOf(documents: Iterable<Pick<Document, 'id' | 'meta'>>): Member[] {
  const all = [...documents];
  const named = new Map<string, string>();
  for (const { id, meta } of all) {
    const name = meta.get('id');
    if (name !== undefined && !named.has(name)) named.set(name, id);
  }
  return all.map(({ id, meta }) => ({
    id,
    topic: meta.get('topic') ?? null,
    twin: named.get(meta.get('twin') ?? '') ?? null,
  }));
}
