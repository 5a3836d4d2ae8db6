import { ascending, randomLcg, shuffler } from 'd3';
import type { Document } from '../corpus/model.ts';
import { AGREEMENT_DOCUMENTS, AGREEMENT_SCENARIOS } from '../limits.ts';

/**
 * The documents on which standpoints are compared: all up to 2,000 training documents and 100
 * scenarios, else seeded samples of so many; those without passages are left out. In the order of ids.
 */
export function agreementSample<T extends Pick<Document, 'id' | 'role' | 'passages'>>(
  documents: Iterable<T>,
  seed: number,
): T[] {
  const sorted = [...documents]
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => ascending(a.id, b.id));
  const of = (role: Document['role'], most: number): T[] => {
    const all = sorted.filter((document) => document.role === role);
    return all.length <= most ? all : shuffler(randomLcg(seed))(all).slice(0, most);
  };
  return [...of('training', AGREEMENT_DOCUMENTS), ...of('evaluation', AGREEMENT_SCENARIOS)].sort(
    (a, b) => ascending(a.id, b.id),
  );
}
