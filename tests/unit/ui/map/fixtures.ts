import KDBush from 'kdbush';
import type { Corpus, Document, Role } from '../../../../src/core/corpus/model.ts';
import { withSlots } from '../../../../src/core/corpus/slots.ts';
import type { AtlasMap } from '../../../../src/state/atlas.svelte.ts';

/** A document of a made-up corpus: its group's role follows from the group's name. */
export interface Sketch {
  readonly id: string;
  readonly group: string;
  readonly passages?: number;
}

/** A corpus of sketched documents; groups whose name starts with "test" hold scenarios. */
export function corpusOf(sketches: readonly Sketch[]): Corpus {
  const roleOf = (group: string): Role => (group.startsWith('test') ? 'evaluation' : 'training');
  const documents = sketches.map(({ id, group, passages = 1 }): Document => {
    const text = Array.from({ length: passages }, (_, i) => `Passage ${i + 1} of ${id}.`).join(' ');
    const length = text.length / passages;
    return {
      id,
      group,
      role: roleOf(group),
      title: `Title of ${id}`,
      text,
      passages: Array.from({ length: passages }, (_, i) => ({
        start: Math.round(i * length),
        end: Math.round((i + 1) * length),
      })),
      meta: new Map(),
      origin: 'own',
    };
  });
  const groups = new Set(sketches.map(({ group }) => group));
  return withSlots({
    documents: new Map(documents.map((document) => [document.id, document])),
    groups: new Map([...groups].map((id) => [id, { id, name: `Group ${id}`, role: roleOf(id) }])),
  });
}

/** A map with points at the given positions, y upwards. */
export function mapOf(
  points: readonly (readonly [document: string, x: number, y: number, passage?: number])[],
  unit: AtlasMap['unit'] = 'documents',
): AtlasMap {
  const positions = Float32Array.from(points.flatMap(([, x, y]) => [x, y]));
  const index = new KDBush(points.length, 64, Float32Array);
  for (const [, x, y] of points) index.add(x, y);
  return {
    unit,
    method: 'pca',
    documents: points.map(([document]) => document),
    passages: unit === 'passages' ? points.map(([, , , passage = 0]) => passage) : null,
    positions,
    explained: [0.5, 0.25],
    axes: null,
    placed: new Uint8Array(points.length),
    finished: true,
    index: index.finish(),
  };
}
