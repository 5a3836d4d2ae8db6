import type { Corpus, Role } from '../../../core/corpus/model.ts';
import type { View } from '../../../core/project/view.ts';
import { countByGroup, type Mark } from '../../groups.ts';
import { roles } from '../../words/corpus.ts';
import { ROLE_MARKS } from './points.ts';

/** One mark of the map, and the groups that wear it. */
export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly mark: Mark;
  readonly documents: number;
  readonly groups: readonly string[];
  readonly hidden: boolean;
}

const ROLES = ['training', 'evaluation'] as const satisfies Role[];

/** What the marks on the map mean, scenarios last; groups without documents are left out. */
export function legendOf(
  corpus: Corpus,
  marks: ReadonlyMap<string, Mark>,
  { colour, hidden }: Pick<View, 'colour' | 'hidden'>,
): LegendEntry[] {
  const counts = countByGroup(corpus);
  const present = ROLES.flatMap((role) =>
    [...corpus.groups.values()].filter((group) => group.role === role && counts.has(group.id)),
  );
  const documents = (groups: readonly string[]): number =>
    groups.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const entry = (
    key: string,
    label: string,
    mark: Mark,
    groups: readonly string[],
  ): LegendEntry => ({
    key,
    label,
    mark,
    groups,
    documents: documents(groups),
    hidden: groups.every((id) => hidden.includes(id)),
  });
  if (colour === 'role') {
    return ROLES.flatMap((role) => {
      const groups = present.filter((group) => group.role === role).map(({ id }) => id);
      return groups.length > 0 ? [entry(role, roles[role], ROLE_MARKS[role], groups)] : [];
    });
  }
  return present.flatMap(({ id, name, role }) => {
    const mark = marks.get(id);
    if (!mark) return [];
    // Where colour stands for a quantity, only the shape tells training groups apart.
    const quiet = colour === 'faithfulness' || (colour !== 'group' && role === 'training');
    return [entry(id, name, quiet ? { ...mark, ink: 'secondary' } : mark, [id])];
  });
}
