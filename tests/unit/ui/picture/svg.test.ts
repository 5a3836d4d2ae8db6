import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { framed, wrap } from '../../../../src/ui/picture/frame.ts';
import type { Palette } from '../../../../src/ui/picture/palette.ts';
import {
  boxShape,
  circleShape,
  lineShape,
  px,
  type Picture,
} from '../../../../src/ui/picture/shapes.ts';
import { escaped, toSvg } from '../../../../src/ui/picture/svg.ts';

const palette: Palette = { colour: (token) => `#${token}`, serif: 'Charter', sans: 'system-ui' };
const measure = (text: string): number => text.length * 7;
const picture = (shapes: Picture['shapes'], title = 'A map'): Picture => ({
  width: 100,
  height: 50,
  title,
  background: null,
  shapes,
});

/** Elements of an SVG with their attributes, and all of its text. */
function read(svg: string): {
  elements: { name: string; attributes: Record<string, string> }[];
  text: string;
} {
  // prettier-ignore
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push({ name, attributes }),
      ontext: (part) => (text += part),
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return { elements, text };
}

describe('a picture as SVG', () => {
  it('has the size, the title and the ground that it was given', () => {
    const { elements, text } = read(toSvg({ ...picture([]), background: '#fff' }));
    expect(elements[0]).toMatchObject({
      name: 'svg',
      attributes: { width: '100', height: '50', viewBox: '0 0 100 50' },
    });
    expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'rect']);
    expect(text.trim()).toBe('A map');
    expect(read(toSvg(picture([]))).elements.map(({ name }) => name)).toEqual(['svg', 'title']);
  });

  it('cuts groups off at their size and moves them to their place', () => {
    const inner = lineShape([0, 0], [9, 9], { stroke: 'red', dash: [2, 4] });
    const clip = { width: 10, height: 10 };
    const { elements } = read(
      toSvg(picture([{ kind: 'group', x: 5, y: 6, clip, shapes: [inner] }])),
    );
    const group = elements.find(({ name }) => name === 'g')!;
    const { id } = elements.find(({ name }) => name === 'clipPath')!.attributes;
    expect(group.attributes).toEqual({ transform: 'translate(5 6)', 'clip-path': `url(#${id})` });
    expect(elements.at(-1)).toEqual({
      name: 'path',
      attributes: { d: 'M0 0L9 9', fill: 'none', stroke: 'red', 'stroke-dasharray': '2 4' },
    });
  });

  it('holds any title as text, and never as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (title) => {
        const shape = { kind: 'text', text: title, x: 0, y: 0, size: 12, family: 'x', fill: 'x' } as const; // prettier-ignore
        const { elements } = read(toSvg(picture([shape], title)));
        expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'text']);
      }),
      { seed: 8, numRuns: 60 },
    );
    expect(escaped('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
    expect(escaped('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
  });

  it('needs no style that a policy could refuse', () => {
    const svg = toSvg(
      picture([circleShape(1, 2, 3, { fill: 'red' }), boxShape([0, 0], [2, 3], {})]),
    );
    expect(svg).not.toMatch(/style|class=|script|http(?!:\/\/www\.w3\.org)/);
  });

  it('writes numbers to a hundredth', () => {
    expect([1.005, -0.001, 1e-9, 12.345, NaN].map(px)).toEqual(['1', '0', '0', '12.35', '0']);
  });
});

describe('the frame of a picture', () => {
  const plot = { width: 300, height: 100, shapes: [] };
  const frame = (legend: number) =>
    framed(
      plot,
      {
        title: 'A title that is much too long to stand on one line of three hundred pixels',
        legend: Array.from({ length: legend }, (_, i) => ({
          label: `Group ${i}`,
          mark: { shape: 'circle', ink: 'hue-1' },
        })),
        settings: ['Encoder: one.'],
      },
      palette,
      measure,
      null,
    );

  it('keeps all that it holds within itself', () => {
    for (const shape of frame(12).shapes) {
      if (shape.kind !== 'text') continue;
      expect(shape.x + measure(shape.text)).toBeLessThanOrEqual(frame(12).width);
      expect(shape.y).toBeLessThan(frame(12).height);
    }
    expect(frame(12).height).toBeGreaterThan(frame(2).height);
    expect(frame(0).height).toBeLessThan(frame(2).height);
  });

  it('wraps between words, and never drops one', () => {
    const text = 'one two three four';
    expect(wrap(text, 60, measure)).toEqual(['one two', 'three', 'four']);
    expect(wrap(text, 1, measure)).toEqual(text.split(' '));
    expect(wrap('', 100, measure)).toEqual([]);
  });
});
