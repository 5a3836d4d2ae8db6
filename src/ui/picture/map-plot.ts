import { markPath, type Mark } from '../groups.ts';
import { meanOf } from '../map/draw/axes.ts';
import type { Batch } from '../map/draw/batch.ts';
import { ringsPath } from '../map/draw/contours.ts';
import { DASHES, DIMMED, screenOf } from '../map/draw/ground.ts';
import { linesOf } from '../map/draw/lines.ts';
import type { Snapshot } from '../map/draw/snapshot.ts';
import type { Plot } from './frame.ts';
import type { Palette } from './palette.ts';
import { circleShape, lineShape, type Shape } from './shapes.ts';

/** The map on screen as a plot: axes, points, lines, rings and names, in the order of the screen. */
export function mapPlot(snapshot: Snapshot, palette: Palette): Plot {
  const { width, height } = snapshot.ground.size;
  return {
    width,
    height,
    shapes: [
      ...axes(snapshot, palette),
      ...points(snapshot, palette),
      ...lines(snapshot, palette),
      ...lit(snapshot, palette),
      ...names(snapshot, palette),
    ],
  };
}

function axes({ scene, ground }: Snapshot, { colour, sans }: Palette): Shape[] {
  if (!scene.axes) return [];
  const { width, height } = ground.size;
  const { x, y } = meanOf(scene.place, ground);
  const name = { kind: 'text', size: 12, family: sans, fill: colour('secondary') } as const;
  return [
    lineShape([0, y], [width, y], { stroke: colour('hairline') }),
    lineShape([x, 0], [x, height], { stroke: colour('hairline') }),
    { ...name, text: scene.axes.across, x: width - 8, y: y - 6, anchor: 'end' },
    { ...name, text: scene.axes.up, x: x + 6, y: 18 },
  ];
}

function points(snapshot: Snapshot, palette: Palette): Shape[] {
  const { crowd, contours, ground, layers } = snapshot;
  if (crowd) {
    const { width, height } = ground.size;
    const stroke = palette.colour('ink');
    return [
      { kind: 'image', width, height, source: crowd },
      ...contours.map(({ rings }): Shape => ({
        kind: 'path',
        d: ringsPath(rings, ground.projection),
        stroke,
        opacity: 0.4,
      })),
    ];
  }
  const receding = layers.loud.points.length > 0 || ground.highlight.lit !== null;
  return [
    ...batch(snapshot, layers.quiet, palette, receding ? DIMMED : 1),
    ...batch(snapshot, layers.loud, palette, 1),
  ];
}

function batch(
  snapshot: Snapshot,
  { points: own }: Batch,
  palette: Palette,
  opacity: number,
): Shape[] {
  return Array.from(own).flatMap((point) => mark(snapshot, point, palette, opacity) ?? []);
}

/** A point's mark with its rim; null where it is out of sight. */
function mark(
  { ground }: Snapshot,
  point: number,
  { colour }: Palette,
  opacity: number,
): Shape | null {
  const { x, y, radius } = screenOf(ground, point);
  const { width, height } = ground.size;
  if (x < -radius || y < -radius || x > width + radius || y > height + radius) return null;
  const { shape, ink }: Mark = ground.looks.marks[ground.looks.mark[point]!]!;
  const faint = opacity < 1 ? { opacity } : {};
  const rim = { stroke: colour('paper'), width: 2 * (radius > 3 ? 1 : 0.5), rim: true };
  const d = markPath(shape, 2 * radius, round(x), round(y));
  return { kind: 'path', d, fill: colour(ink), ...rim, ...faint };
}

function lines({ ground }: Snapshot, { colour }: Palette): Shape[] {
  return linesOf(ground).map(({ kind, x1, y1, x2, y2 }) =>
    lineShape([x1, y1], [x2, y2], {
      stroke: colour(kind === 'thread' || kind === 'stranger' ? 'secondary' : 'accent'),
      dash: DASHES[kind],
    }),
  );
}

function lit(snapshot: Snapshot, palette: Palette): Shape[] {
  const { ground } = snapshot;
  const { highlight, looks } = ground;
  const byRole = [...(highlight.lit ?? [])].sort((a, b) => looks.scenario[a]! - looks.scenario[b]!);
  const ring = (width: number) => (point: number) => {
    const { x, y, radius } = screenOf(ground, point);
    return circleShape(x, y, radius + 4, { stroke: palette.colour('accent'), width });
  };
  return [
    ...byRole.flatMap((point) => mark(snapshot, point, palette, 1) ?? []),
    ...highlight.pair.map(ring(1)),
    ...highlight.selected.map(ring(highlight.selected.length === 1 ? 2 : 1)),
  ];
}

function names({ captions }: Snapshot, palette: Palette): Shape[] {
  return captions.map(({ text, font, colour: fill, x, y }): Shape => {
    const [, italic, weight = '400', size = '13', family = palette.serif] =
      /^(italic )?(?:(\d+) )?(\d+)px (.*)$/.exec(font) ?? [];
    return {
      kind: 'text',
      text,
      x,
      // Canvas sets captions by their middle, SVG by their base line.
      y: y + Number(size) / 3,
      size: Number(size),
      family,
      weight: Number(weight),
      italic: italic !== undefined,
      fill,
      halo: palette.colour('paper'),
    };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
