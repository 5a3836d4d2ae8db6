import type { Bundle } from '../../core/corpus/bundles.ts';
import { toGroup } from '../../core/corpus/documents.ts';
import { groupId } from '../../core/corpus/identity.ts';
import type { Document, Group, Role } from '../../core/corpus/model.ts';
import type { Draft } from '../../core/corpus/parse/parse.ts';
import type { CutText } from '../../engine/engine.ts';
import type { Repeats } from './repeats.svelte.ts';

/** A draft in the place that it gets, with the hashes of the lines that it loses. */
export interface Placed {
  readonly draft: Draft;
  readonly role: Role;
  /** `Group.id` */
  readonly group: string;
  readonly without: readonly number[];
}

/** The group that a bundle becomes; one without a name gets that of its role. */
export function groupOf({ role, group }: Bundle, names: Readonly<Record<Role, string>>): Group {
  return toGroup({ role, group: group.trim() || names[role] });
}

/** The drafts of a bundle that come in. */
export function placed(
  bundle: Bundle,
  names: Readonly<Record<Role, string>>,
  repeats: Repeats,
): Placed[] {
  const { role, name } = groupOf(bundle, names);
  const group = groupId(role, name);
  const left = repeats.leftOutOf(bundle);
  const without = repeats.strippedOf(bundle);
  return bundle.drafts
    .filter((_, at) => !left.has(at))
    .map((draft) => ({ draft, role, group, without }));
}

/**
 * The documents that drafts become; one of which nothing is left is none.
 *
 * @param cuts - of the drafts, in their order
 * @param became - told of each draft and its document
 */
export function documentsOf(
  drafts: readonly Placed[],
  cuts: readonly CutText[],
  became: (draft: Draft, document: Document) => void,
): Document[] {
  return cuts.flatMap(({ id, passages, text }, at): Document[] => {
    const place = drafts[at];
    if (!place || passages.length === 0) return [];
    const { draft, role, group } = place;
    const { title, meta } = draft;
    const own = { id, passages, role, group, title, meta, origin: 'own' } as const;
    const document = { ...own, text: text ?? draft.text };
    became(draft, document);
    return [document];
  });
}
