import type { Mark } from '../groups.ts';
import {
  drawSpots,
  field,
  labelSpots,
  notesOf,
  placesOf,
  planeOf,
  spotSize,
  type Plane,
} from '../reach/plane.ts';
import type { Scatter } from '../reach/scatter.ts';
import { overlap } from '../words/figures.ts';
import { quotes, scatter as words } from '../words/reach.ts';
import type { LegendItem, Plot } from './frame.ts';
import type { Measure, Palette } from './palette.ts';
import { boxShape, circleShape, lineShape, px, type Shape } from './shapes.ts';

/** Of the picture that is saved, in CSS pixels, whatever the size on screen. */
const SIZE = { width: 960, height: 620 };
/** Neutral texts drawn at most: more would be a grey patch. */
const MOST = 1200;

/** The scatter of shared words against shared meaning as a plot. */
export function scatterPlot(
  scatter: Scatter,
  marks: ReadonlyMap<string, Mark>,
  palette: Palette,
  measure: Measure,
): Plot {
  const plane = planeOf(scatter, SIZE.width, SIZE.height);
  const places = placesOf(scatter.spots, plane);
  const size = spotSize(scatter.spots.length, SIZE.width);
  const { colour, sans, serif } = palette;
  const small = (text: string): number => measure(text, `12px ${sans}`);
  const drawn = drawSpots(scatter.spots, places, marks, size).map(({ ink, path }): Shape => ({
    kind: 'path',
    d: path,
    fill: colour(ink),
    stroke: colour('paper'),
    width: 1.5,
    rim: true,
  }));
  const rings = scatter.spots.flatMap(({ row: { relation } }, i): Shape[] => {
    if (!relation.littleWording && !relation.leakage) return [];
    const dash = relation.leakage ? { dash: [2, 2] } : {};
    const style = { stroke: colour('ink'), ...dash };
    return [circleShape(places[2 * i]!, places[2 * i + 1]!, size / 2 + 3, style)];
  });
  const halo = colour('paper');
  const notes = notesOf(plane, small).map(({ text, x, y }): Shape => ({
    kind: 'text',
    text,
    x,
    y,
    size: 12,
    family: sans,
    fill: colour('secondary'),
    anchor: 'end',
    halo,
  }));
  const names = labelSpots(scatter.spots, places, plane, (text) =>
    measure(text, `13px ${serif}`),
  ).map(({ wish, box }): Shape => ({
    kind: 'text',
    text: wish.text,
    x: box.left,
    y: box.top + 13,
    size: 13,
    family: serif,
    fill: colour('ink'),
    halo,
  }));
  return {
    ...SIZE,
    shapes: [...ground(scatter, plane, palette), ...drawn, ...rings, ...notes, ...names],
  };
}

function ground(scatter: Scatter, plane: Plane, { colour, sans, serif }: Palette): Shape[] {
  const { x, y } = plane;
  const { left, right, top, bottom } = field(plane);
  const { band, neutral } = scatter;
  const [from, to] = scatter.x;
  const line = (above: number): [number, number] => [
    y(band.intercept + band.slope * from + above),
    y(band.intercept + band.slope * to + above),
  ];
  const [high, low, middle] = [line(band.high), line(band.low), line(0)];
  const step = Math.ceil(neutral.x.length / MOST);
  const dots = neutral.x
    .flatMap((value, i) =>
      i % step === 0 ? [`M${px(x(value) - left)} ${px(y(neutral.y[i]!) - top)}h0`] : [],
    )
    .join('');
  const quiet = { stroke: colour('secondary') };
  const text = { kind: 'text', size: 12, family: sans, fill: colour('secondary') } as const;
  const [width, height] = [right - left, bottom - top];
  const inField: Shape[] = [
    {
      kind: 'path',
      d: `M0 ${px(high[0] - top)}L${px(width)} ${px(high[1] - top)}L${px(width)} ${px(low[1] - top)}L0 ${px(low[0] - top)}Z`,
      fill: colour('hairline'),
      opacity: 0.45,
    },
    boxShape([0, -1], [x(scatter.corner) - left, y(1) - top + 1], {
      fill: colour('raised'),
      stroke: colour('secondary'),
      opacity: 0.6,
    }),
    { kind: 'path', d: dots, ...quiet, width: 2.5, round: true, opacity: 0.5 },
    lineShape([0, middle[0] - top], [width, middle[1] - top], {
      ...quiet,
      dash: [5, 4],
      opacity: 0.7,
    }),
  ];
  return [
    { kind: 'group', x: left, y: top, clip: { width, height }, shapes: inField },
    ...words.levels.map(({ at }) =>
      lineShape([left, y(at)], [right, y(at)], { stroke: colour('hairline') }),
    ),
    {
      ...text,
      text: words.corner,
      x: left + 8,
      y: top + 17,
      size: 15,
      family: serif,
      italic: true,
      fill: colour('ink'),
    },
    lineShape([left, bottom], [right, bottom], { ...quiet, opacity: 0.5 }),
    lineShape([left, top], [left, bottom], { ...quiet, opacity: 0.5 }),
    ...x
      .ticks(8)
      .filter((tick) => tick > 0)
      .map((tick): Shape => ({
        ...text,
        text: overlap(tick),
        x: x(tick),
        y: bottom + 16,
        anchor: 'middle',
      })),
    { ...text, text: `${words.x} →`, x: right, y: bottom + 31, anchor: 'end' },
    { ...text, text: `${words.y} →`, x: left - 10, y: top, anchor: 'end', upwards: true },
  ];
}

/** What the signs of the scatter mean, beside those of its groups. */
export function scatterLegend({ spots }: Scatter, { colour }: Palette): LegendItem[] {
  const quiet = { stroke: colour('secondary') };
  const ring = (dash: number[]): Shape => circleShape(6, 6, 5, { stroke: colour('ink'), dash });
  const leaks = spots.some(({ row }) => row.relation.leakage !== null);
  return [
    { label: words.labelled, swatch: { width: 12, shapes: [ring([])] } },
    ...(leaks ? [{ label: quotes, swatch: { width: 12, shapes: [ring([2, 2])] } }] : []),
    {
      label: words.neutral,
      swatch: { width: 8, shapes: [circleShape(4, 6, 1.5, { fill: colour('secondary') })] },
    },
    {
      label: words.line,
      swatch: { width: 24, shapes: [lineShape([0, 6], [24, 6], { ...quiet, dash: [5, 4] })] },
    },
    {
      label: words.band,
      swatch: { width: 24, shapes: [boxShape([0, 0], [24, 12], { fill: colour('hairline') })] },
    },
  ];
}
