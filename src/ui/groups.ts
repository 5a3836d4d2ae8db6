import { HUES, type Corpus, type Group } from '../core/corpus/model.ts';
import type { Scale } from './tones.ts';

export { HUES };

/**
 * Marks of training groups; scenarios are always diamonds. In this order the ninth and the tenth
 * group, whose hues are those of the first and the second, get a shape of another kind.
 */
export const TRAINING_SHAPES = [
  'circle',
  'triangle',
  'down-triangle',
  'square',
  'left-triangle',
  'right-triangle',
] as const;
export type Shape = (typeof TRAINING_SHAPES)[number] | 'diamond';

/** The inks of the page, a group's hue, or a tone that stands for a quantity. */
export type Ink = 'ink' | 'secondary' | `hue-${number}` | `${Scale}-${number}`;

export interface Mark {
  readonly shape: Shape;
  /** The CSS property that colours it, without its dashes. */
  readonly ink: Ink;
}

/**
 * The mark of each group, by its slot: hues and shapes turn together, so that neither carries the
 * distinction alone. Scenario groups are diamonds, the first in ink. A hue that the reader has chosen
 * goes before.
 */
export function marksOf(corpus: Corpus): ReadonlyMap<string, Mark> {
  return new Map([...corpus.groups.values()].map((group) => [group.id, markOf(group)]));
}

function markOf({ role, hue, slot = 0 }: Group): Mark {
  if (role === 'evaluation') {
    return {
      shape: 'diamond',
      ink: inkOf(hue ?? (slot === 0 ? null : HUES - ((slot - 1) % HUES))),
    };
  }
  const shape = TRAINING_SHAPES[slot % TRAINING_SHAPES.length] ?? 'circle';
  return { shape, ink: inkOf(hue ?? (slot % HUES) + 1) };
}

function inkOf(hue: number | null): Ink {
  return hue === null ? 'ink' : `hue-${hue}`;
}

/** Documents per group id. */
export function countByGroup(corpus: Corpus): ReadonlyMap<Group['id'], number> {
  const counts = new Map<string, number>();
  for (const { group } of corpus.documents.values()) {
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/** SVG path of a mark around a place, the origin by default, about `size` pixels across, areas alike. */
export function markPath(shape: Shape, size: number, x = 0, y = 0): string {
  const r = size / 2;
  switch (shape) {
    case 'circle':
      return `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;
    default:
      return polygon(CORNERS[shape], r, x, y);
  }
}

/** Corners around the origin, in radii. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly (readonly [number, number])[]>> =
  {
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    triangle: [
      [0, -1.15],
      [1.1, 0.8],
      [-1.1, 0.8],
    ],
    'down-triangle': [
      [0, 1.15],
      [1.1, -0.8],
      [-1.1, -0.8],
    ],
    'left-triangle': [
      [-1.15, 0],
      [0.8, 1.1],
      [0.8, -1.1],
    ],
    'right-triangle': [
      [1.15, 0],
      [-0.8, 1.1],
      [-0.8, -1.1],
    ],
    diamond: [
      [0, -1.3],
      [1.1, 0],
      [0, 1.3],
      [-1.1, 0],
    ],
  };

function polygon(
  corners: readonly (readonly [number, number])[],
  r: number,
  x: number,
  y: number,
): string {
  return `M${corners.map(([dx, dy]) => `${x + dx * r} ${y + dy * r}`).join('L')}Z`;
}
