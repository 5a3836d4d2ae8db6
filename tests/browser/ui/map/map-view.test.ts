import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render, cleanup } from 'vitest-browser-svelte';
import { Explorer } from '../../../../src/state/explorer.svelte.ts';
import { NOTES } from '../../../../src/ui/map/chart.ts';
import { fitScale, frameOf, marginFor } from '../../../../src/ui/map/place/camera.ts';
import { corpusOf, mapOf, type Sketch } from '../../../unit/ui/map/fixtures.ts';
import MapHost from './MapHost.svelte';

type Point = Parameters<typeof mapOf>[0][number];

let explorer: Explorer;

beforeEach(() => {
  explorer = new Explorer({
    ownGroups: { training: 'Mine', evaluation: 'Tests' },
    typed: 'Typed',
  });
  explorer.phase = 'ready';
});
afterEach(cleanup);

/** Shows the given points, one document each; those named t… are scenarios. */
async function show(points: readonly Point[], size = { width: 800, height: 600 }): Promise<void> {
  const sketches = points.map(([id]): Sketch => ({ id, group: id.startsWith('t') ? 'tests' : id }));
  explorer.session.open(corpusOf(sketches));
  explorer.atlas.map = mapOf(points);
  await render(MapHost, { explorer, ...size });
  await drawn();
}

/** Waits until what has changed is on the canvas. */
async function drawn(): Promise<void> {
  flushSync();
  for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
}

/** Waits until a glide has ended. */
async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done, 400));
  await drawn();
}

/** Pixels of one place unit of a map with a single point, fitted. */
function onePlace(): number {
  const size = { width: chart().clientWidth, height: chart().clientHeight - NOTES };
  return fitScale(frameOf(Float32Array.of(0, 0)), size, marginFor(size));
}

const chart = (): HTMLElement => document.querySelector<HTMLElement>('[role=application]')!;
const ground = (): HTMLCanvasElement => chart().querySelector('canvas')!;

/** Middle of the bounding box of all coloured (not grey, not clear) pixels, in CSS pixels. */
function inked(): { x: number; y: number; pixels: number } {
  const { width, height, clientWidth } = ground();
  const { data } = ground().getContext('2d')!.getImageData(0, 0, width, height);
  let [pixels, left, right, top, bottom] = [0, Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < data.length; i += 4) {
    const spread = Math.max(data[i]!, data[i + 1]!, data[i + 2]!) - Math.min(data[i]!, data[i + 1]!, data[i + 2]!); // prettier-ignore
    if (data[i + 3]! < 128 || spread < 48) continue;
    pixels++;
    left = Math.min(left, (i / 4) % width);
    right = Math.max(right, (i / 4) % width);
    top = Math.min(top, Math.floor(i / 4 / width));
    bottom = Math.max(bottom, Math.floor(i / 4 / width));
  }
  const ratio = width / clientWidth;
  return { pixels, x: (left + right) / 2 / ratio, y: (top + bottom) / 2 / ratio };
}

/** Clicks the chart at a place given as shares of its sides. */
async function click(x: number, y: number): Promise<void> {
  const { clientWidth, clientHeight } = chart();
  await userEvent.click(chart(), { position: { x: x * clientWidth, y: y * clientHeight } });
  await drawn();
}

describe('marks', () => {
  it('are none without documents; the next action is there in words', async () => {
    await show([]);
    expect(document.querySelector('canvas')).toBeNull();
    const open = vi.spyOn(explorer.importer, 'open');
    await userEvent.click(document.querySelector('button')!);
    expect(open).toHaveBeenCalled();
  });

  it('show one document in the middle', async () => {
    await show([['a', 3, 4]]);
    const { x, y, pixels } = inked();
    expect(pixels).toBeGreaterThan(20);
    expect(x).toBeCloseTo(ground().clientWidth / 2, -1);
    expect(y).toBeCloseTo((ground().clientHeight - NOTES) / 2, -1);
  });

  it('show two documents apart, and one that is hidden no more', async () => {
    await show([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
    const both = inked();
    explorer.session.show({ hidden: ['b'] });
    await drawn();
    expect(inked().pixels).toBeLessThan(both.pixels * 0.75);
    expect(inked().x).toBeLessThan(ground().clientWidth / 4);
  });

  it('show identical documents as one mark', async () => {
    await show([['a', 2, 2]]);
    const one = inked();
    cleanup();
    await show([
      ['a', 2, 2],
      ['b', 2, 2],
      ['c', 2, 2],
    ]);
    expect(inked().pixels).toBeLessThan(one.pixels * 2);
    expect(inked().x).toBeCloseTo(one.x, -1);
  });

  it('at the edge are cut off there, and show nowhere else', async () => {
    explorer.session.show({ camera: { x: 0, y: 0, k: 8 } });
    await show([['a', 0, 0]]);
    const { clientWidth } = ground();
    expect(inked().x).toBeCloseTo(clientWidth / 2, -1);
    const whole = inked().pixels;
    // Half of the mark is beyond the left edge.
    const away = clientWidth / 2 / (8 * onePlace());
    explorer.session.show({ camera: { x: away, y: 0, k: 8 } });
    await settled();
    expect(inked().x).toBeLessThan(12);
    expect(inked().pixels).toBeLessThan(0.7 * whole);
  });

  it('come back after the map was hidden and resized', async () => {
    await show([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
    const host = document.querySelector<HTMLElement>('.map')!.parentElement!;
    host.hidden = true;
    await drawn();
    host.hidden = false;
    host.style.width = '500px';
    await drawn();
    expect(ground().clientWidth).toBe(500);
    expect(inked().x).toBeCloseTo(250, -1);
  });

  it('take the colours of the theme in force', async () => {
    await show([['a', 0, 0]]);
    const colour = (): number[] => {
      const { width, height } = ground();
      return [
        ...ground()
          .getContext('2d')!
          .getImageData(width / 2, height / 2, 1, 1).data,
      ];
    };
    explorer.theme.choose('light');
    await drawn();
    const light = colour();
    explorer.theme.choose('dark');
    await drawn();
    expect(colour()).not.toEqual(light);
    explorer.theme.choose('system');
  });
});

describe('the selection', () => {
  const cross: Point[] = [
    ['a', -1, 0],
    ['b', 1, 0],
    ['t', 0, 1],
    ['c', 0, -1],
  ];

  /** Shares of the chart's sides at which the marks of `cross` stand. */
  const at = (x: number, y: number): [number, number] => {
    const { clientWidth, clientHeight } = chart();
    const height = clientHeight - NOTES;
    const half = height / 2 - marginFor({ width: clientWidth, height });
    return [0.5 + (x * half) / clientWidth, (height / 2 - y * half) / clientHeight];
  };

  it('follows clicks: a document, beside its scenario; a scenario alone; nothing', async () => {
    await show(cross);
    await click(...at(-1, 0));
    expect(explorer.session.view).toMatchObject({ document: 'a', scenario: null });
    await click(...at(0, 1));
    expect(explorer.session.view).toMatchObject({ document: null, scenario: 't' });
    await click(...at(1, 0));
    expect(explorer.session.view).toMatchObject({ document: 'b', scenario: 't' });
    await click(0.05, 0.05);
    await vi.waitFor(() =>
      expect(explorer.session.view).toMatchObject({ document: null, scenario: null }),
    );
  });

  it('dims the rest', async () => {
    await show(cross);
    const before = inked().pixels;
    explorer.session.show({ document: 'a' });
    await drawn();
    expect(inked().pixels).toBeLessThan(before);
  });

  it('cannot be taken to a hidden document', async () => {
    await show(cross);
    explorer.session.show({ hidden: ['a'] });
    await drawn();
    await click(...at(-1, 0));
    expect(explorer.session.view.document).toBeNull();
  });

  it('is reached by keyboard, and each step is said', async () => {
    await show(cross);
    explorer.session.show({ document: 'c' });
    await drawn();
    chart().focus();
    await userEvent.keyboard('{ArrowUp}');
    const said = document.querySelector('[aria-live]')!;
    expect(said.textContent).toBe('Title of t. Group tests.');
    await userEvent.keyboard('{ArrowUp}');
    expect(said.textContent).toBe('No mark further in that direction.');
    await userEvent.keyboard('{Enter}');
    expect(explorer.session.view).toMatchObject({ scenario: 't', document: null });
  });

  it('shows what is under the pointer', async () => {
    await show(cross);
    const { clientWidth, clientHeight } = chart();
    const [x, y] = at(0, 1);
    await userEvent.hover(chart(), { position: { x: x * clientWidth, y: y * clientHeight } });
    await drawn();
    expect(document.querySelector('.tip')?.textContent).toContain('Title of t');
    await click(x, y);
    expect(document.querySelector('.tip')).toBeNull();
  });
});

describe('the camera', () => {
  it('is remembered by the view once a movement has ended, and F fits again', async () => {
    await show([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
    chart().focus();
    await userEvent.keyboard('{+}');
    await vi.waitFor(() => expect(explorer.session.view.camera?.k).toBeCloseTo(1.5, 2));
    await userEvent.keyboard('f');
    expect(explorer.session.view.camera).toBeNull();
    await vi.waitFor(() => expect(inked().x).toBeCloseTo(ground().clientWidth / 2, -1));
  });

  it('reopens where a link says', async () => {
    explorer.session.show({ camera: { x: -1, y: 0, k: 1 } });
    await show([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
    explorer.session.show({ hidden: ['b'] });
    await drawn();
    expect(inked().x).toBeCloseTo(ground().clientWidth / 2, -1);
  });
});

describe('gathering', () => {
  const line: Point[] = [
    ['a', -1, 0],
    ['b', 0, 0],
    ['c', 1, 0],
  ];

  /** Drags over the chart from one place to another, in shares of its sides. */
  function drag(
    [x1, y1]: readonly [number, number],
    [x2, y2]: readonly [number, number],
    pointer: Partial<PointerEventInit> = {},
  ): void {
    const { left, top, width, height } = chart().getBoundingClientRect();
    const target = chart().querySelectorAll('canvas')[1]!;
    // Made events have no pointer that could be captured.
    target.setPointerCapture = () => undefined;
    const fire = (type: string, x: number, y: number): boolean =>
      target.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          isPrimary: true,
          pointerId: 1,
          pointerType: 'mouse',
          clientX: left + x * width,
          clientY: top + y * height,
          ...pointer,
        }),
      );
    fire('pointerdown', x1, y1);
    for (let i = 1; i <= 8; i++)
      fire('pointermove', x1 + ((x2 - x1) * i) / 8, y1 + ((y2 - y1) * i) / 8);
    fire('pointerup', x2, y2);
  }

  const gathered = (): string => [...explorer.gathered.ids].sort().join('');

  it('is done by dragging a box with Shift, which adds, and does not move the map', async () => {
    await show(line);
    drag([0.02, 0.1], [0.3, 0.9], { shiftKey: true });
    await drawn();
    expect(gathered()).toBe('a');
    drag([0.4, 0.1], [0.6, 0.9], { shiftKey: true });
    expect(gathered()).toBe('ab');
    expect(explorer.session.view.camera).toBeNull();
  });

  it('is done by a box or a lasso that a finger draws, and a second finger gives it up', async () => {
    await show(line);
    chart().focus();
    await userEvent.keyboard('b');
    drag([0.4, 0.1], [0.98, 0.9], { pointerType: 'touch' });
    expect(gathered()).toBe('bc');
    await userEvent.keyboard('l');
    // A line from one side to the other encloses nothing.
    drag([0.02, 0.1], [0.98, 0.11], { pointerType: 'touch' });
    expect(gathered()).toBe('');
  });

  it('makes the others recede, and ends with Escape, the tool first', async () => {
    await show(line);
    const before = inked().pixels;
    chart().focus();
    await userEvent.keyboard('b');
    drag([0.02, 0.1], [0.3, 0.9]);
    await drawn();
    expect(gathered()).toBe('a');
    expect(inked().pixels).toBeLessThan(before);
    await userEvent.keyboard('{Escape}');
    expect(gathered()).toBe('a');
    await userEvent.keyboard('{Escape}');
    expect(gathered()).toBe('');
    await drawn();
    expect(inked().pixels).toBe(before);
  });

  it('takes one more with Shift and a click, or with Space, and lets it go again', async () => {
    await show(line);
    chart().focus();
    await userEvent.keyboard('{ArrowRight}{ }');
    expect(gathered()).toBe('b');
    expect(document.querySelector('[aria-live]')?.textContent).toBe('Gathered: 1 document.');
    const { clientWidth, clientHeight } = chart();
    const position = { x: clientWidth / 2, y: (clientHeight - NOTES) / 2 };
    await userEvent.click(chart(), { position, modifiers: ['Shift'] });
    expect(gathered()).toBe('');
    expect(explorer.session.view.document).toBeNull();
  });

  it('forgets documents that are gone', async () => {
    await show(line);
    explorer.gathered.set(['a', 'b']);
    explorer.session.run({ type: 'remove-documents', ids: ['a'] });
    flushSync();
    expect(gathered()).toBe('b');
  });
});

it('lights what the search has found', async () => {
  await show([
    ['a', -1, 0],
    ['b', 1, 0],
  ]);
  const before = inked().pixels;
  explorer.search.query = 'title';
  explorer.search.hits.value = ['a'];
  await drawn();
  expect(inked().pixels).toBeLessThan(before);
  expect(document.body.textContent).toContain('1 document found; the others recede.');
  explorer.search.hits.value = [];
  await drawn();
  expect(inked().pixels).toBe(before);
});

it('keeps its room under a legend of many groups, all of which the keyboard reaches', async () => {
  const points = Array.from({ length: 60 }, (_, i): Point => [`group ${i}`, i % 8, i >> 3]);
  await show(points);
  expect(chart().clientHeight).toBeGreaterThan(300);
  const legend = document.querySelector<HTMLElement>('ul[aria-label="Legend"]')!;
  expect(legend.scrollWidth).toBe(legend.clientWidth);
  const last = [...legend.querySelectorAll('button')].at(-1)!;
  last.focus();
  await drawn();
  const { top, bottom } = legend.getBoundingClientRect();
  expect(last.getBoundingClientRect().top).toBeGreaterThanOrEqual(top);
  expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
});

it('shows one entry of the legend alone, and all again', async () => {
  await show([
    ['a', -1, 0],
    ['b', 1, 0],
  ]);
  await userEvent.click(document.querySelector('[aria-label="Show only Group a"]')!);
  expect(explorer.session.view.hidden).toEqual(['b']);
  await userEvent.click(document.querySelector('[aria-label="Show all groups"]')!);
  expect(explorer.session.view.hidden).toEqual([]);
});

it('draws a crowd as density: where more points lie, more ink', async () => {
  const crowd = (n: number, x: number): Point[] => Array.from({ length: n }, (_, i) => [`t${x} ${i}`, x + (i % 97) / 400, (i % 89) / 400] as const); // prettier-ignore
  await show([...crowd(10_500, 0), ...crowd(40, 2)]);
  const { width, height } = ground();
  const { data } = ground().getContext('2d')!.getImageData(0, 0, width, height);
  const ink = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const away = Math.abs(data[i]! - 251) + Math.abs(data[i + 1]! - 250) + Math.abs(data[i + 2]! - 246); // prettier-ignore
    ink[(i / 4) % width < width / 2 ? 0 : 1]! += away;
  }
  expect(ink[0]).toBeGreaterThan(3 * ink[1]!);
});
