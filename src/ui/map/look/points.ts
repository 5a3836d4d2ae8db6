import type { Corpus, Document, Role } from '../../../core/corpus/model.ts';
import type { View } from '../../../core/project/view.ts';
import type { Mark } from '../../groups.ts';
import { toneOf, type Scale } from '../../tones.ts';
import type { Place } from '../place/place.ts';

/** How the points of a map look: everything that depends on groups, colour and filter. */
export interface Looks {
  /** The different marks on the map. */
  readonly marks: readonly Mark[];
  /** Per point, an index into `marks`. */
  readonly mark: Uint8Array;
  /** Per point, 1 for scenarios. */
  readonly scenario: Uint8Array;
  /** Per point, 1 unless its group is hidden or its document gone. */
  readonly shown: Uint8Array;
  /** Shown points in drawing order: scenarios last. */
  readonly order: Uint32Array;
  /** Shown training points; the first so many of `order`. */
  readonly training: number;
}

/** Marks when colour means the role. */
export const ROLE_MARKS: Readonly<Record<Role, Mark>> = {
  training: { shape: 'circle', ink: 'hue-1' },
  evaluation: { shape: 'diamond', ink: 'ink' },
};

/** A quantity of training documents that colour stands for. */
export interface Shading {
  readonly scale: Scale;
  /** By document: a share in [0, 1] of the scale; who is missing has none. */
  readonly shares: ReadonlyMap<string, number>;
  /** By point instead, scenarios' among them. */
  readonly points?: Float32Array;
}

/**
 * The looks of a placed map's points. Where colour stands for a quantity, shapes still tell the
 * groups, and documents without a value are drawn in the quiet ink.
 */
export function looksOf(
  { map, count }: Place,
  corpus: Corpus,
  groupMarks: ReadonlyMap<string, Mark>,
  { colour, hidden }: Pick<View, 'colour' | 'hidden'>,
  shading: Shading | null = null,
): Looks {
  const shade = shader(shading);
  const marks: Mark[] = [];
  const mark = new Uint8Array(count);
  const scenario = new Uint8Array(count);
  const shown = new Uint8Array(count);
  const known = new Map<Mark, number>();
  const hiddenGroups = new Set(hidden);
  map.documents.forEach((id, point) => {
    const document = corpus.documents.get(id);
    if (!document) return;
    const ofGroup = groupMarks.get(document.group);
    if (!ofGroup) return;
    const its = colour === 'role' ? ROLE_MARKS[document.role] : shade(ofGroup, document, point);
    let index = known.get(its);
    if (index === undefined) {
      index = marks.push(its) - 1;
      known.set(its, index);
    }
    mark[point] = index;
    scenario[point] = document.role === 'evaluation' ? 1 : 0;
    shown[point] = hiddenGroups.has(document.group) ? 0 : 1;
  });
  return { marks, mark, scenario, shown, ...drawingOrder(shown, scenario) };
}

/** Gives a group's mark the tone of a document; the same mark for the same shape and tone. */
function shader(
  shading: Shading | null,
): (mark: Mark, document: Pick<Document, 'id' | 'role'>, point: number) => Mark {
  if (!shading) return (mark) => mark;
  const { scale, shares, points } = shading;
  const made = new Map<string, Mark>();
  return ({ shape, ink }, { id, role }, point) => {
    if (points) return oneMark(made, shape, toneOf(scale, points[point]!));
    if (role === 'evaluation') return oneMark(made, shape, ink);
    const share = shares.get(id);
    return oneMark(made, shape, share === undefined ? 'secondary' : toneOf(scale, share));
  };
}

function oneMark(made: Map<string, Mark>, shape: Mark['shape'], ink: Mark['ink']): Mark {
  const key = `${shape} ${ink}`;
  const mark = made.get(key) ?? { shape, ink };
  made.set(key, mark);
  return mark;
}

/**
 * Scenarios over training points; within a role in an order that mixes the groups, so that where
 * points pile up no group lies on top as a whole. A point keeps its turn when others are hidden.
 */
function drawingOrder(shown: Uint8Array, scenario: Uint8Array): Pick<Looks, 'order' | 'training'> {
  const count = shown.length;
  let visible = 0;
  let training = 0;
  for (let point = 0; point < count; point++) {
    if (!shown[point]) continue;
    visible++;
    if (!scenario[point]) training++;
  }
  const order = new Uint32Array(visible);
  const step = mixingStep(count);
  let [atTraining, atScenario] = [0, training];
  for (let turn = 0, point = 0; turn < count; turn++, point = (point + step) % count) {
    if (!shown[point]) continue;
    if (scenario[point]) order[atScenario++] = point;
    else order[atTraining++] = point;
  }
  return { order, training };
}

/** A step near the golden section of `count` that leads through all of its points, each once. */
function mixingStep(count: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let step = Math.max(1, Math.round(count * 0.618));
  while (common(step, count) > 1) step++;
  return step;
}

/** Pixels across the marks of training documents and of scenarios. */
export interface MarkSizes {
  readonly training: number;
  readonly scenario: number;
}

/** With no more points than this in view, every one of them may carry a label. */
export const FEW = 40;

/** More than any mark reaches from its middle, in CSS pixels. */
export const LARGEST_MARK = 24;

/** Sizes of marks: small where there are many, growing slowly as one zooms in. */
export function markSizes({ order, training }: Looks, k: number): MarkSizes {
  const grown = Math.min(1.8, Math.max(0.8, k ** 0.25));
  const size = between(4, 11, 11 - 2.9 * Math.log10(Math.max(1, order.length) / 60)) * grown;
  // Scenarios stand out, unless there are so many that they would bury the rest.
  const scenarios = Math.max(1, order.length - training);
  const larger = between(1.1, 1.45, 1.45 - 0.25 * Math.log10(scenarios / 60));
  return { training: halves(size), scenario: halves(size * larger) };
}

const between = (least: number, most: number, value: number): number =>
  Math.max(least, Math.min(most, value));

/** A few sizes only, so that sprites can be used again. */
const halves = (value: number): number => Math.round(value * 2) / 2;
