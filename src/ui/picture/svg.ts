import {
  px,
  type GroupShape,
  type PathShape,
  type Picture,
  type Shape,
  type TextShape,
} from './shapes.ts';

/** A picture as an SVG file of its own: no script, no style sheet, nothing from elsewhere. */
export function toSvg({ width, height, title, background, shapes }: Picture): string {
  const clips: string[] = [];
  const body = shapes.map((shape) => element(shape, clips)).join('\n');
  const ground = background
    ? `<rect width="${px(width)}" height="${px(height)}" fill="${escaped(background)}"/>\n`
    : '';
  const defs = clips.length > 0 ? `<defs>${clips.join('')}</defs>\n` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" ` +
    `viewBox="0 0 ${px(width)} ${px(height)}" role="img">\n<title>${escaped(title)}</title>\n` +
    `${defs}${ground}${body}\n</svg>\n`
  );
}

function element(shape: Shape, clips: string[]): string {
  switch (shape.kind) {
    case 'path':
      return `<path${attributes({ d: shape.d, ...paint(shape) })}/>`;
    case 'text':
      return text(shape);
    case 'image':
      return `<image${attributes({
        width: px(shape.width),
        height: px(shape.height),
        href: shape.source.toDataURL('image/png'),
      })}/>`;
    case 'group':
      return group(shape, clips);
  }
}

function paint({ fill, stroke, width, dash, opacity, rim, round }: PathShape): Attributes {
  return {
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke && width !== undefined ? px(width) : undefined,
    'stroke-dasharray': dash?.length ? dash.map(px).join(' ') : undefined,
    'stroke-linecap': round ? 'round' : undefined,
    'paint-order': rim ? 'stroke' : undefined,
    opacity: opacity === undefined ? undefined : px(opacity),
  };
}

function text(shape: TextShape): string {
  const { x, y, size, family, fill, weight, italic, anchor, halo, upwards } = shape;
  const place = { x: px(x), y: px(y) };
  return `<text${attributes({
    ...(upwards ? { transform: `translate(${place.x} ${place.y}) rotate(-90)` } : place),
    'font-family': family,
    'font-size': px(size),
    'font-weight': weight === undefined ? undefined : String(weight),
    'font-style': italic ? 'italic' : undefined,
    'text-anchor': anchor,
    fill,
    stroke: halo,
    'stroke-width': halo && '4',
    'stroke-linejoin': halo && 'round',
    'paint-order': halo && 'stroke',
  })}>${escaped(shape.text)}</text>`;
}

function group({ x, y, clip, shapes }: GroupShape, clips: string[]): string {
  let id: string | undefined;
  if (clip) {
    id = `clip-${clips.length + 1}`;
    clips.push(
      `<clipPath id="${id}"><rect width="${px(clip.width)}" height="${px(clip.height)}"/></clipPath>`,
    );
  }
  const inner = shapes.map((shape) => element(shape, clips)).join('\n');
  return `<g${attributes({
    transform: x === 0 && y === 0 ? undefined : `translate(${px(x)} ${px(y)})`,
    'clip-path': id && `url(#${id})`,
  })}>\n${inner}\n</g>`;
}

type Attributes = Readonly<Record<string, string | undefined>>;

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML 1.0 has no way to write, such as control characters and halves of pairs. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as it stands in XML. */
export function escaped(value: string): string {
  return value.replaceAll(UNWRITABLE, '\u{fffd}').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
