import type { AxisReport } from '../../core/stance/types.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { markPath, marksOf } from '../groups.ts';
import { twinLines, type PlacedDocument } from '../stance/places.ts';
import { MOST_MARKS, stripOf, type StripMark, type StripPicture } from '../stance/strip.ts';
import { signed } from '../words/figures.ts';
import * as words from '../words/picture.ts';
import * as stanceWords from '../words/stance.ts';
import type { Plot } from './frame.ts';
import type { PictureOffer } from './offer.ts';
import type { Palette } from './palette.ts';
import { settingsOf } from './settings.ts';
import { boxShape, circleShape, lineShape, type Shape } from './shapes.ts';

/** Of the picture that is saved, in CSS pixels, whatever the width on screen. */
const WIDTH = 960;
/** Room for the poles and the mark of zero above the rows, and at the sides. */
const TOP = 48;
const SIDE = 12;
const SIZE = 9;

type Twins = ReturnType<typeof twinLines>;

/** Documents along an axis as a picture. @param name of the axis */
export function stripPicture(
  explorer: Explorer,
  report: AxisReport,
  places: readonly PlacedDocument[],
  poles: stanceWords.Poles,
  name: string,
): PictureOffer {
  const { corpus } = explorer.session;
  const picture = stripOf(places, corpus, marksOf(corpus), WIDTH - 2 * SIDE);
  const twins = twinLines(report, places);
  const right = twins.filter((twin) => twin.right).length;
  const hollow = !report.support.supported;
  const heaped = picture.rows.some(({ heaps }) => heaps.length > 0);
  return {
    title: name,
    name: words.names.strip,
    plot: (palette) => stripPlot(picture, twins, poles, hollow, palette),
    legend: ({ colour }) => [
      {
        label: stanceWords.strip.inSample,
        swatch: {
          width: 14,
          shapes: [
            circleShape(7, 6, 6, { stroke: colour('secondary'), width: 0.75 }),
            circleShape(7, 6, 2.5, { fill: colour('secondary') }),
          ],
        },
      },
    ],
    settings: [
      stanceWords.verdict(report),
      [
        twins.length > 0 ? stanceWords.strip.twins(right, twins.length - right) : '',
        stanceWords.strip.held,
        hollow ? stanceWords.strip.hollow : '',
        heaped ? stanceWords.strip.density(MOST_MARKS) : '',
      ]
        .filter(Boolean)
        .join(' '),
      settingsOf(explorer),
    ],
  };
}

/** The rows of a strip, its poles above them. @param hollow the axis is not supported */
export function stripPlot(
  picture: StripPicture,
  twins: Twins,
  { positive, negative }: stanceWords.Poles,
  hollow: boolean,
  palette: Palette,
): Plot {
  const { colour, sans } = palette;
  const quiet = { stroke: colour('secondary') };
  const small = { kind: 'text', size: 12, family: sans, fill: colour('secondary') } as const;
  const zero = picture.x(0);
  const heads: Shape[] = [
    { ...small, text: `← ${negative}`, x: SIDE, y: 18 },
    { ...small, text: `${positive} →`, x: WIDTH - SIDE, y: 18, anchor: 'end' },
    {
      ...small,
      text: `${signed(0)} · ${stanceWords.strip.zero}`,
      x: SIDE + zero,
      y: 38,
      anchor: 'middle',
    },
  ];
  const joined = twins.length > MOST_MARKS ? [] : twins;
  const rows: Shape[] = [
    lineShape([zero, 0], [zero, picture.height], { ...quiet, dash: [2, 3] }),
    ...joined.flatMap(({ twin, right }): Shape[] => {
      const [a, b] = [picture.at.get(twin.positive), picture.at.get(twin.negative)];
      if (!a || !b) return [];
      const style = right
        ? { ...quiet, opacity: 0.55 }
        : { stroke: colour('ink'), dash: [4, 3], opacity: 0.55 };
      return [lineShape([a.x, a.y], [b.x, b.y], style)];
    }),
    ...picture.rows.flatMap((row): Shape[] => [
      {
        kind: 'path',
        d: markPath(row.mark.shape, SIZE, 5, row.top - 4),
        fill: colour(row.mark.ink),
      },
      { ...small, text: row.name, x: 16, y: row.top },
      lineShape([0, row.middle], [WIDTH - 2 * SIDE, row.middle], { stroke: colour('hairline') }),
      ...row.heaps.map(({ x, width, height }) =>
        boxShape([x, row.middle - height], [width, height], {
          stroke: colour(row.mark.ink),
          ...(!hollow && { fill: colour(row.mark.ink) }),
        }),
      ),
      ...row.marks.flatMap((mark) => markShapes(mark, row.mark, hollow, palette)),
    ]),
  ];
  return {
    width: WIDTH,
    height: TOP + picture.height,
    shapes: [...heads, { kind: 'group', x: SIDE, y: TOP, shapes: rows }],
  };
}

function markShapes(
  { place, x, y }: StripMark,
  { shape, ink }: StripPicture['rows'][number]['mark'],
  hollow: boolean,
  { colour }: Palette,
): Shape[] {
  const ring = circleShape(x, y, SIZE / 2 + 2.5, { stroke: colour('secondary'), width: 0.75 });
  const [at, size] = [[Math.round(100 * x) / 100, y] as const, hollow ? SIZE - 1.5 : SIZE];
  return [
    ...(place.score.inSample ? [ring] : []),
    {
      kind: 'path',
      d: markPath(shape, size, ...at),
      fill: colour(hollow ? 'paper' : ink),
      ...(hollow && { stroke: colour(ink), width: 1.25 }),
    },
  ];
}
