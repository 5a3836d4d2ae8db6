import { countWithin } from '../place/hit.ts';
import { screenOf, type Ground } from './ground.ts';
import type { Inks } from './inks.ts';
import { placeLabels, shorten, type Box, type LabelWish } from './labels.ts';
import { crosses, linesOf } from './lines.ts';
import type { Overlay } from './overlay.ts';

/** A label ready to be written, its left end and its middle line in CSS pixels. */
export interface Caption {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
}

interface Style {
  readonly font: string;
  readonly colour: string;
  /** Most characters. */
  readonly length: number;
  /** Pixels that the mark's ring takes. */
  readonly ring: number;
  readonly tolerance: number;
}

const LINE = 18;
/** Pixels at the top where the upper axis is named. */
const AXIS_NAME = 24;
/** More scenarios than this read as noise when all are named. */
const MOST_SCENARIOS = 60;
/** What a label costs that covers a lit mark, a line or any other mark. */
const COST = { lit: 20, line: 3, mark: 1 } as const;

/** What is named on the map, each label where it stands best. */
export function labelsOf(context: CanvasRenderingContext2D, overlay: Overlay): Caption[] {
  const { ground } = overlay;
  const styles = new Map<number, Style>();
  const bounds = boxOf(ground, 0);
  const [whole] = ground.highlight.selected.length > 1 ? ground.highlight.selected : [];
  const wishes: LabelWish[] = [];
  for (const [point, style] of wanted(overlay, stylesOf(ground.inks))) {
    const at = screenOf(ground, point);
    if (styles.has(point) || !contains(bounds, at)) continue;
    styles.set(point, style);
    context.font = style.font;
    const text = shorten(overlay.label(point, point === whole), style.length);
    const { width } = context.measureText(text);
    const radius = at.radius + style.ring;
    wishes.push({ ...at, point, text, width, height: LINE, radius, tolerance: style.tolerance });
  }
  // A selection is looked at for itself, and everything else recedes.
  const regions = ground.highlight.lit === null ? overlay.regions : null;
  const inView = regions?.inView(ground) ?? [];
  const region = regionStyle(ground.inks);
  context.font = region.font;
  const named = inView.map(({ name, x, y }, i) => ({
    x: ground.projection.x + ground.projection.scale * x,
    y: ground.projection.y + ground.projection.scale * y,
    point: i,
    text: name,
    width: context.measureText(name).width,
    height: LINE,
    radius: 0,
    tolerance: Infinity,
    centred: true,
  }));
  const room = { ...boxOf(ground, 4), top: AXIS_NAME };
  // Regions give way to what is pointed at, and marks that nobody asked for to them.
  const quiet = wishes.findIndex(({ tolerance }) => tolerance === 0);
  wishes.splice(quiet < 0 ? wishes.length : quiet, 0, ...named);
  const labels = placeLabels(wishes, room, costs(overlay));
  overlay.regions?.drew(labels, inView);
  return labels.map(({ wish, box }) => ({
    ...(wish.centred ? region : styles.get(wish.point)!),
    text: wish.text,
    x: box.left,
    y: (box.top + box.bottom) / 2,
  }));
}

function regionStyle({ sans, ink }: Inks): Pick<Style, 'font' | 'colour'> {
  return { font: `600 12px ${sans}`, colour: ink };
}

function stylesOf({ serif, ink, secondary }: Inks): Record<'strong' | 'plain' | 'quiet', Style> {
  const plain = {
    font: `13px ${serif}`,
    colour: ink,
    length: 36,
    ring: 0,
    tolerance: COST.lit - 1,
  };
  return {
    strong: { ...plain, font: `600 15px ${serif}`, length: 48, ring: 5, tolerance: Infinity },
    plain,
    quiet: { ...plain, colour: secondary, tolerance: 0 },
  };
}

/** Points that ask for a label, the most important first. */
function* wanted(
  { place, ground, cursor, few }: Overlay,
  { strong, plain, quiet }: ReturnType<typeof stylesOf>,
): Generator<[number, Style]> {
  const { highlight, looks } = ground;
  for (const point of highlight.selected.slice(0, 1)) yield [point, strong];
  for (const point of highlight.pair.slice(0, 1)) yield [point, strong];
  if (cursor !== null) yield [cursor, { ...plain, ring: 8, tolerance: Infinity }];
  for (const point of highlight.neighbours) yield [point, plain];
  if (highlight.lit !== null) return;
  const scenarios = looks.order.subarray(looks.training);
  if (few || (place.map.unit === 'documents' && scenarios.length <= MOST_SCENARIOS)) {
    for (const point of scenarios) yield [point, quiet];
  }
  if (few) for (const point of looks.order.subarray(0, looks.training)) yield [point, quiet];
}

/**
 * What is lost under a label: marks, above all those that are lit, and lines. Where points crowd,
 * every place covers some, and counting them would take longer than drawing them.
 */
function costs({ place, ground, crowded }: Overlay): (box: Box, own: LabelWish) => number {
  const { highlight, looks, projection, sizes } = ground;
  const lines = linesOf(ground);
  const lit = [...highlight.selected, ...highlight.pair, ...highlight.neighbours].map((point) => ({
    point,
    ...screenOf(ground, point),
  }));
  return (box, own) => {
    const around = grown(box, 0.7 * sizes.training);
    const itself = contains(around, own) ? 1 : 0;
    const marks = crowded ? 0 : countWithin(place, looks.shown, projection, around) - itself;
    const litMarks = lit.filter(
      (mark) => mark.point !== own.point && contains(grown(box, mark.radius + 2), mark),
    );
    return (
      COST.mark * marks +
      COST.lit * litMarks.length +
      COST.line * lines.filter((line) => crosses(line, box)).length
    );
  };
}

function boxOf({ size: { width, height } }: Ground, inset: number): Box {
  return { left: inset, top: inset, right: width - inset, bottom: height - inset };
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function contains({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
