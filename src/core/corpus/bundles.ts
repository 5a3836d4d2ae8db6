import { group } from 'd3';
import type { Role } from './model.ts';
import type { Destination } from './moves.ts';
import type { Draft } from './parse/draft.ts';

/** Drafts that came in together and will become one group, unless the reader says otherwise. */
export interface Bundle {
  readonly key: string;
  readonly drafts: readonly Draft[];
  readonly role: Role;
  readonly group: string;
  readonly included: boolean;
  /** Whether lines that recur in it are left out. */
  readonly stripped: boolean;
}

/**
 * Sorts drafts into bundles by the role and group that they came with; what the reader has set for a
 * bundle that was there before stays.
 *
 * @param names - of the groups for drafts that came without one
 * @param destination - where the reader's rules send a draft; null for one that none of them fits
 */
export function bundled(
  drafts: readonly Draft[],
  before: readonly Bundle[],
  names: Readonly<Record<Role, string>>,
  destination: (draft: Draft) => Destination | null = () => null,
): Bundle[] {
  const known = new Map(before.map((bundle) => [bundle.key, bundle]));
  const roleOf = (draft: Draft): Role => destination(draft)?.role ?? draft.role ?? 'training';
  const groupOf = (draft: Draft): string =>
    destination(draft)?.group ?? draft.group ?? names[roleOf(draft)];
  return [...group(drafts, roleOf)].flatMap(([role, ofRole]) =>
    [...group(ofRole, groupOf)].map(([name, together]): Bundle => {
      const key = `${role} ${name}`;
      const fresh = { key, role, group: name, included: true, stripped: false };
      return { ...(known.get(key) ?? fresh), drafts: together };
    }),
  );
}
