import { group } from 'd3';
import type { Draft } from './draft.ts';

/**
 * Drafts with their twins named. The explorer takes two documents for twins where each names the
 * other's `id` in its field `twin`; a table may instead give both the same mark. Where a mark is the
 * `id` of no draft and exactly two drafts of one file have it, they come to name each other.
 */
export function nameTwins(drafts: readonly Draft[]): Draft[] {
  const ids = new Set(drafts.map(({ meta }) => meta.get('id')));
  const marked = drafts.filter(({ meta }) => {
    const mark = meta.get('twin');
    return mark !== undefined && !ids.has(mark);
  });
  const named = new Map<Draft, Draft>();
  for (const pair of group(
    marked,
    ({ source, meta }) => `${source}\n${meta.get('twin') ?? ''}`,
  ).values()) {
    const [a, b] = pair;
    if (!a || !b || pair.length > 2) continue;
    named.set(a, twinned(a, idOf(b)));
    named.set(b, twinned(b, idOf(a)));
  }
  return named.size === 0 ? [...drafts] : drafts.map((draft) => named.get(draft) ?? draft);
}

function idOf({ meta, source, line }: Draft): string {
  return meta.get('id') ?? `${source}:${line ?? 1}`;
}

function twinned(draft: Draft, twin: string): Draft {
  const meta = new Map(draft.meta).set('id', idOf(draft)).set('twin', twin);
  return { ...draft, meta };
}
