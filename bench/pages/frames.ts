/** Pans a map of made-up points, on our renderer and on regl-scatterplot, and times each frame. */
import { randomLcg, randomNormal } from 'd3';
import KDBush from 'kdbush';
import createScatterplot from 'regl-scatterplot';
import { EMPTY_CORPUS } from '../../src/core/corpus/model.ts';
import { Painter } from '../../src/ui/map/draw/painter.ts';
import type { Scene } from '../../src/ui/map/draw/scene.ts';
import { NOTHING } from '../../src/ui/map/look/highlight.ts';
import { looksOf } from '../../src/ui/map/look/points.ts';
import { fitScale, marginFor, projectionOf } from '../../src/ui/map/place/camera.ts';
import { placeMap } from '../../src/ui/map/place/place.ts';

const SIZE = { width: 1200, height: 800 };
const HUES = [
  '#306fbe',
  '#9b4b83',
  '#307137',
  '#5f98ac',
  '#712800',
  '#958636',
  '#3c4d54',
  '#502372',
];
const GROUPS = HUES.length;
/** Frames before those that count: they fill caches. */
const WARM = 5;

export interface FramesQuestion {
  readonly points: number;
  readonly frames: number;
  /** Magnification; with 1 the whole map is in view. */
  readonly k: number;
}

declare global {
  interface Window {
    panOurs: (question: FramesQuestion) => Promise<number[]>;
    panRegl: (question: FramesQuestion) => Promise<number[]>;
  }
}

/** Points in eight round clusters, one a group. [points × 2] */
function made(points: number): Float32Array<ArrayBuffer> {
  const source = randomLcg(1);
  const normal = randomNormal.source(source)();
  const middles = Array.from({ length: GROUPS }, () => [2 * source() - 1, 2 * source() - 1]);
  const positions = new Float32Array(2 * points);
  for (let i = 0; i < points; i++) {
    positions[2 * i] = middles[i % GROUPS]![0]! + 0.15 * normal();
    positions[2 * i + 1] = middles[i % GROUPS]![1]! + 0.15 * normal();
  }
  return positions;
}

function canvas(): HTMLCanvasElement {
  const created = document.createElement('canvas');
  [created.width, created.height] = [SIZE.width, SIZE.height];
  document.querySelector('#map')!.append(created);
  return created;
}

function sceneOf(points: number): Scene {
  const positions = made(points);
  const index = new KDBush(points, 64, Float32Array);
  for (let i = 0; i < points; i++) index.add(positions[2 * i]!, positions[2 * i + 1]!);
  const documents = Array.from({ length: points }, (_, i) => `${i}`);
  const place = placeMap({
    unit: 'documents',
    method: 'pca',
    documents,
    passages: null,
    positions,
    explained: [0.3, 0.2],
    axes: null,
    placed: new Uint8Array(points),
    finished: true,
    index: index.finish(),
  });
  const marks = new Map(
    Array.from(
      { length: GROUPS },
      (_, i) => [`${i}`, { shape: 'circle', ink: `hue-${i + 1}` }] as const,
    ),
  );
  const known = new Map(
    documents.map((id, i) => [id, { id, group: `${i % GROUPS}`, role: 'training' }]),
  ) as unknown as typeof EMPTY_CORPUS.documents;
  const corpus = { ...EMPTY_CORPUS, documents: known };
  const looks = looksOf(place, corpus, marks, { colour: 'group', hidden: [] });
  const axes = { across: 'Axis 1', up: 'Axis 2' };
  return { place, looks, highlight: NOTHING, chosen: null, axes, label: () => '', regions: null };
}

window.panOurs = async ({ points, frames, k }) => {
  const scene = sceneOf(points);
  const [ground, overlay] = [canvas(), canvas()];
  const contexts = [ground.getContext('2d')!, overlay.getContext('2d')!] as const;
  const painter = new Painter(ground);
  painter.resize({ ...SIZE, pixelWidth: SIZE.width, pixelHeight: SIZE.height, ratio: 1 });
  const fit = fitScale(scene.place.frame, SIZE, marginFor(SIZE));
  const draw = (frame: number): void => {
    const move = 2 * frame - SIZE.width * (k - 1) * 0.5;
    const transform = { k, x: move, y: frame - SIZE.height * (k - 1) * 0.5 };
    const projection = projectionOf(transform, SIZE, fit);
    const shown = painter.ground(scene, scene.place.places, projection, k);
    painter.paintGround(contexts[0], scene, shown);
    painter.paintOverlay(contexts[1], scene, shown, { hovered: null, cursor: null, outline: null });
    if (frame === 0) void painter.contour(shown);
  };
  const times = await timed(frames, (frame) => {
    draw(frame);
    // Reading a pixel waits for everything that was drawn.
    for (const context of contexts) context.getImageData(0, 0, 1, 1);
  });
  ground.remove();
  overlay.remove();
  return times;
};

window.panRegl = async ({ points, frames }) => {
  const request = window.requestAnimationFrame.bind(window);
  let spent = 0;
  // It draws when it likes; what counts is how long the frame takes in which it does.
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const start = performance.now();
      callback(time);
      spent = performance.now() - start;
    });
  const element = canvas();
  const scatterplot = createScatterplot({
    canvas: element,
    ...SIZE,
    pointSize: 2,
    pointColor: HUES,
    colorBy: 'valueA',
  });
  const positions = made(points);
  const column = (of: (i: number) => number): Float32Array =>
    Float32Array.from({ length: points }, (_, i) => of(i));
  await scatterplot.draw({
    x: column((i) => positions[2 * i]! / 1.5),
    y: column((i) => positions[2 * i + 1]! / 1.5),
    valueA: column((i) => i % GROUPS),
  });
  // It draws by WebGL elsewhere and copies the picture here.
  const context = element.getContext('2d')!;
  const times: number[] = [];
  for (let i = 0; i < frames + WARM; i++) {
    const done = new Promise<void>((resolve) => {
      const token = scatterplot.subscribe('drawing', () => {
        // Within the frame: reading a pixel waits for everything that was drawn.
        context.getImageData(0, 0, 1, 1);
        scatterplot.unsubscribe(token);
        resolve();
      });
    });
    scatterplot.view([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0.003 * i, 0.002 * i, 0, 1]);
    await done;
    times.push(spent);
  }
  scatterplot.destroy();
  element.remove();
  window.requestAnimationFrame = request;
  return times.slice(WARM);
};

/** Milliseconds of each frame, those at the start left out. */
async function timed(
  frames: number,
  frame: (index: number) => void | Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < frames + WARM; i++) {
    await new Promise((done) => requestAnimationFrame(done));
    const start = performance.now();
    await frame(i);
    times.push(performance.now() - start);
  }
  return times.slice(WARM);
}
