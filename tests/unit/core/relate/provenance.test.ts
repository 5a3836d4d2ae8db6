import { describe, expect, it } from 'vitest';
import { packBundle } from '../../../../src/core/corpus/bundle.ts';
import { CHUNKER_VERSION } from '../../../../src/core/corpus/chunk.ts';
import { cutText } from '../../../../src/core/corpus/documents.ts';
import type { Corpus, Document } from '../../../../src/core/corpus/model.ts';
import type { EncoderSpec } from '../../../../src/core/encoders/encoder.ts';
import { encoderKey } from '../../../../src/core/encoders/encoder.ts';
import { BASIS_MAX_DIMS, BASIS_MIN_DOCUMENTS } from '../../../../src/core/limits.ts';
import {
  provenanceOf,
  referenceHash,
  type SpaceState,
} from '../../../../src/core/relate/provenance.ts';

const SPEC: EncoderSpec = {
  id: 'static',
  revision: 'r1',
  kind: 'static',
  name: 'Static',
  dims: 4,
  dtype: 'int8',
  pooling: 'mean',
  maxTokens: null,
  licence: 'MIT',
};

function referenceOf(...texts: string[]): Corpus {
  const documents = texts.map((text): Document => ({
    ...cutText('training', text),
    role: 'training',
    group: 'g',
    title: text,
    text,
    meta: new Map(),
    origin: 'demo',
  }));
  return {
    documents: new Map(documents.map((each) => [each.id, each])),
    groups: new Map([['g', { id: 'g', role: 'training', name: 'essay' }]]),
  };
}

const reference = referenceOf('The tide came in.', 'Bread needs time. '.repeat(60));

const state = (more: Partial<SpaceState> = {}): SpaceState => ({
  spec: SPEC,
  correction: 'centre',
  reference,
  seed: 7,
  version: '0.1.0',
  documents: { all: 140, placed: 138 },
  ...more,
});

describe('what a ranking was computed by', () => {
  it('is the space, its correction, the neutral texts, the seed and the version', () => {
    expect(provenanceOf(state())).toEqual({
      encoder: encoderKey(SPEC),
      revision: 'r1',
      correction: 'centre',
      correctedOn: 'reference',
      reference: referenceHash(reference, SPEC),
      seed: 7,
      chunker: CHUNKER_VERSION,
      version: '0.1.0',
      notEmbedded: 2,
    });
    expect(provenanceOf(state({ correction: 'none' })).correctedOn).toBe(null);
  });

  it('is without neutral texts where only vectors that came along make the space', () => {
    const given = (correction: SpaceState['correction'], placed: number, dims = 4) => {
      const spec: EncoderSpec = { ...SPEC, id: 'theirs', kind: 'given', dims };
      const made = provenanceOf(state({ spec, correction, documents: { all: 200, placed } }));
      expect([made.encoder, made.reference]).toEqual(['theirs', null]);
      return [made.correction, made.correctedOn];
    };
    expect(given('whiten', BASIS_MIN_DOCUMENTS)).toEqual(['centre', 'documents']);
    expect(given('top', BASIS_MIN_DOCUMENTS)).toEqual(['top', 'documents']);
    expect(given('top', BASIS_MIN_DOCUMENTS, BASIS_MAX_DIMS + 1)).toEqual(['centre', 'documents']);
    expect(given('centre', BASIS_MIN_DOCUMENTS - 1)).toEqual(['none', null]);
    expect(given('centre', 0)).toEqual(['none', null]);
  });

  it('names the neutral texts as the bundle of them does, and others otherwise', () => {
    const passages = [...reference.documents.values()].flatMap((each) => each.passages);
    const { bundle } = packBundle(
      { corpus: reference, principles: [], encoder: encoderKey(SPEC), dims: SPEC.dims },
      new Float32Array(passages.length * SPEC.dims),
    );
    expect(passages.length).toBeGreaterThan(2);
    expect(referenceHash(reference, SPEC)).toBe(bundle.hashes.texts);
    const others = [
      referenceHash(referenceOf('The tide went out.'), SPEC),
      referenceHash(reference, { ...SPEC, revision: 'r2' }),
      referenceHash(referenceOf(), SPEC),
    ];
    expect(new Set([bundle.hashes.texts, ...others]).size).toBe(4);
  });
});
