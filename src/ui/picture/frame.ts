import { markPath, type Mark } from '../groups.ts';
import type { Measure, Palette } from './palette.ts';
import { boxShape, type Picture, type Shape } from './shapes.ts';

/** One entry of a picture's legend: a mark, or any small shapes, and what they mean. */
export interface LegendItem {
  readonly label: string;
  readonly mark?: Mark;
  /** Drawn in a box of `swatch.width` × 12 pixels. */
  readonly swatch?: { readonly width: number; readonly shapes: readonly Shape[] };
}

/** What a picture shows, before title, legend and settings are put round it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface FrameText {
  readonly title: string;
  readonly legend: readonly LegendItem[];
  /** A line each: what the picture was made with, and what must be known to read it. */
  readonly settings: readonly string[];
}

const EDGE = 24;
const TITLE = 21;
const SMALL = 12;
const LINE = 18;

/** A plot with its title above, legend and settings beneath. @param background null for none */
export function framed(
  plot: Plot,
  { title, legend, settings }: FrameText,
  palette: Palette,
  measure: Measure,
  background: string | null,
): Picture {
  const { sans, serif, colour } = palette;
  const room = plot.width;
  const small = `${SMALL}px ${sans}`;
  const heading = wrap(title, room, (text) => measure(text, `${TITLE}px ${serif}`));
  const shapes: Shape[] = heading.map((text, i) => ({
    kind: 'text',
    text,
    x: EDGE,
    y: EDGE + TITLE + i * 26 - 4,
    size: TITLE,
    family: serif,
    fill: colour('ink'),
  }));
  const top = EDGE + heading.length * 26 + 8;
  shapes.push({ kind: 'group', x: EDGE, y: top, clip: plot, shapes: plot.shapes });
  shapes.push(boxShape([EDGE, top], [plot.width, plot.height], { stroke: colour('hairline') }));
  let y = top + plot.height + LINE + 4;
  let x = EDGE;
  for (const item of legend) {
    const width = (item.swatch?.width ?? 12) + 6 + measure(item.label, small);
    if (x > EDGE && x + width > EDGE + room) [x, y] = [EDGE, y + LINE];
    shapes.push(...legendItem(item, x, y, palette));
    x += width + 18;
  }
  if (legend.length > 0) y += LINE + 4;
  for (const text of settings.flatMap((line) => wrap(line, room, (part) => measure(part, small)))) {
    shapes.push({
      kind: 'text',
      text,
      x: EDGE,
      y,
      size: SMALL,
      family: sans,
      fill: colour('secondary'),
    });
    y += LINE;
  }
  return { width: plot.width + 2 * EDGE, height: y - LINE + EDGE, title, background, shapes };
}

function legendItem(
  { label, mark, swatch }: LegendItem,
  x: number,
  y: number,
  { colour, sans }: Palette,
): Shape[] {
  const sign: Shape[] = mark
    ? [{ kind: 'path', d: markPath(mark.shape, 9, x + 6, y - 4), fill: colour(mark.ink) }]
    : [{ kind: 'group', x, y: y - 10, shapes: swatch?.shapes ?? [] }];
  const at = x + (swatch?.width ?? 12) + 6;
  return [
    ...sign,
    { kind: 'text', text: label, x: at, y, size: SMALL, family: sans, fill: colour('ink') },
  ];
}

/** A text in lines no wider than there is room; a word that is wider stands on a line of its own. */
export function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
