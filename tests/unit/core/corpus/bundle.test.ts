import { describe, expect, it } from 'vitest';
import {
  embeddedTexts,
  packBundle,
  readBundle,
  type CorpusBundle,
} from '../../../../src/core/corpus/bundle.ts';
import { isError } from '../../../../src/core/errors.ts';
import { aCorpus, aDocument, aGroup, inOrder } from './corpora.ts';

const STORIES = aGroup('Stories');
const SCENARIOS = aGroup('Scenarios', 'evaluation');
const STORY = {
  ...aDocument('The lamp stood dark. They lit it.', STORIES, 'demo'),
  passages: [
    { start: 0, end: 20 },
    { start: 21, end: 33 },
  ],
  meta: new Map([
    ['topic', 'lighthouse'],
    ['twin', 'villain-lighthouse-1'],
  ]),
};
const SOURCE = {
  corpus: aCorpus([STORY, aDocument('A key.', SCENARIOS, 'demo')], [STORIES, SCENARIOS]),
  principles: [{ id: 'care-1', value: 'care', sentence: 'Mind the bystander.' }],
  encoder: 'tiny@1/int8/mean',
  dims: 2,
};
/** Two passages of the story, the scenario, the principle. */
const ROWS = [
  [1, 0],
  [0.6, 0.8],
  [0, 0],
  [0.28, -0.96],
];
const packed = (): { bundle: CorpusBundle; vectors: Uint8Array<ArrayBuffer> } => {
  const { bundle, vectors } = packBundle(SOURCE, Float32Array.from(ROWS.flat()));
  return { bundle: JSON.parse(JSON.stringify(bundle)) as CorpusBundle, vectors };
};

it('embeds passages in the order of documents, then principles', () => {
  expect(embeddedTexts(SOURCE)).toEqual([
    'The lamp stood dark.',
    'They lit it.',
    'A key.',
    'Mind the bystander.',
  ]);
});

it('gives back the corpus, its fields, its principles and unit vectors', () => {
  const { bundle, vectors } = packed();
  const read = readBundle(bundle, vectors, 'demo.json');
  expect(inOrder(read.corpus)).toEqual(inOrder(SOURCE.corpus));
  expect(read.encoder).toBe(SOURCE.encoder);
  const [story, scenario] = [...read.corpus.documents.keys()].map((id) => read.vectors.get(id));
  expect([...(story ?? [])].map((value) => Math.round(value * 1000) / 1000)).toEqual([
    1, 0, 0.6, 0.8,
  ]);
  expect(Math.hypot(story![2]!, story![3]!)).toBeCloseTo(1, 6);
  expect([...(scenario ?? [])]).toEqual([0, 0]);
  expect(read.principles).toMatchObject([{ ...SOURCE.principles[0] }]);
  expect(read.principles[0]?.vector[1]).toBeCloseTo(-0.96, 3);
});

describe('refuses texts and vectors that were not built together', () => {
  const broken: Record<string, (whole: ReturnType<typeof packed>) => ReturnType<typeof packed>> = {
    'a text that was edited afterwards': ({ bundle, vectors }) => ({
      bundle: JSON.parse(
        JSON.stringify(bundle).replace('"text":"The lamp', '"text":"The lump'),
      ) as CorpusBundle,
      vectors,
    }),
    'a principle that was edited afterwards': ({ bundle, vectors }) => ({
      bundle: JSON.parse(JSON.stringify(bundle).replace('bystander', 'neighbour')) as CorpusBundle,
      vectors,
    }),
    'another cut of the same text': ({ bundle, vectors }) => ({
      bundle: JSON.parse(JSON.stringify(bundle).replace('20,21', '19,20')) as CorpusBundle,
      vectors,
    }),
    'vectors of another encoder': ({ bundle, vectors }) => ({
      bundle: { ...bundle, encoder: 'tiny@2/int8/mean' },
      vectors,
    }),
    'vectors with one byte changed': ({ bundle, vectors }) => ({
      bundle,
      vectors: vectors.map((byte, i) => (i === 5 ? byte ^ 1 : byte)),
    }),
    'half of the vectors': ({ bundle, vectors }) => ({ bundle, vectors: vectors.slice(0, 8) }),
    'a bundle of an earlier version': ({ bundle, vectors }) => ({
      bundle: { ...bundle, schema: 1 },
      vectors,
    }),
  };

  it.each(Object.keys(broken))('%s', (name) => {
    const { bundle, vectors } = broken[name]!(packed());
    let thrown: unknown = null;
    try {
      readBundle(bundle, vectors, 'demo.json');
    } catch (error) {
      thrown = error;
    }
    expect(isError(thrown, 'demo-mismatch') && thrown.params.url).toBe('demo.json');
  });
});
