/** A label that would like to stand beside a mark, most wanted first in a list. In CSS pixels. */
export interface LabelWish {
  readonly point: number;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Middle and radius of the mark that it names. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Rather than cost more than this, the label is left out. */
  readonly tolerance: number;
  /** Names the place itself, not a mark there: it stands over the place. */
  readonly centred?: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly box: Box;
}

const GAP = 4;

/** Where a label may stand, the best place first: beside its mark, then above or below. */
function seats({ x, y, radius, width, height, centred }: LabelWish): Box[] {
  const away = radius + GAP;
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  if (centred) {
    const up = [0, -1, 1, -2, 2].map((lines) => y - height / 2 + lines * height);
    return up.map((top) => at(x - width / 2, top));
  }
  return [
    at(x + away, y - height / 2),
    at(x - away - width, y - height / 2),
    at(x - width / 2, y - away - height),
    at(x - width / 2, y + away),
    at(x + away * 0.7, y - away * 0.7 - height),
    at(x + away * 0.7, y + away * 0.7),
    at(x - away * 0.7 - width, y - away * 0.7 - height),
    at(x - away * 0.7 - width, y + away * 0.7),
  ];
}

/** Whether two boxes share any ground. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/**
 * Seats labels in the order of the list, none over another and all within bounds, each where it
 * costs least.
 * @param costOf what is lost under a box, by the label of a mark; 0 for nothing
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  bounds: Box,
  costOf: (box: Box, wish: LabelWish) => number = () => 0,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    let best: Box | null = null;
    let least = Infinity;
    for (const box of seats(wish)) {
      if (!within(box, bounds) || placed.some((other) => overlap(box, other.box))) continue;
      const cost = costOf(box, wish);
      if (cost >= least || cost > wish.tolerance) continue;
      least = cost;
      best = box;
      if (cost === 0) break;
    }
    if (best) placed.push({ wish, box: best });
  }
  return placed;
}

/** A title short enough to stand on a map. */
export function shorten(title: string, most = 36): string {
  if (title.length <= most) return title;
  const space = title.lastIndexOf(' ', most - 1);
  return `${title.slice(0, space > most / 2 ? space : most - 1)}…`;
}
