import type { Corpus, Document, Group, Role } from '../../core/corpus/model.ts';
import { countByGroup, marksOf, type Mark } from '../groups.ts';

export interface OutlineGroup extends Group {
  readonly mark: Mark | undefined;
  readonly count: number;
}

export interface Outline {
  readonly role: Role;
  readonly count: number;
  readonly groups: readonly OutlineGroup[];
}

/** The groups of a corpus as the panel lists them: training documents, then scenarios. */
export function outline(corpus: Corpus): readonly Outline[] {
  const marks = marksOf(corpus);
  const counts = countByGroup(corpus);
  return (['training', 'evaluation'] as const).map((role) => {
    const groups = [...corpus.groups.values()]
      .filter((group) => group.role === role)
      .map((group) => ({ ...group, mark: marks.get(group.id), count: counts.get(group.id) ?? 0 }));
    return { role, groups, count: groups.reduce((sum, { count }) => sum + count, 0) };
  });
}

/** Documents of one group, in the order of the corpus. */
export function documentsOf(corpus: Corpus, group: string): Document[] {
  return [...corpus.documents.values()].filter((document) => document.group === group);
}

/** How much of the demo is in the corpus. */
export function demoIn(corpus: Corpus): number {
  let demo = 0;
  for (const { origin } of corpus.documents.values()) if (origin === 'demo') demo++;
  return demo;
}
