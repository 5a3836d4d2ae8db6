import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNKER_VERSION } from '../../../../src/core/corpus/chunk.ts';
import { cutText } from '../../../../src/core/corpus/documents.ts';
import type { Document } from '../../../../src/core/corpus/model.ts';
import { wholeText } from '../../../../src/core/encoders/given.ts';
import { fromBase64, toBase64 } from '../../../../src/core/project/base64.ts';
import {
  documentLine,
  headLines,
  type ProjectHead,
  type Vectored,
} from '../../../../src/core/project/project-file.ts';
import { readHead, readLines } from '../../../../src/core/project/read-project.ts';
import type { OwnAxis } from '../../../../src/core/stance/own-axis.ts';
import { aCorpus, aDocument, aGroup } from '../corpus/corpora.ts';

const AXIS: OwnAxis = {
  id: '0123456789abcdef',
  name: 'Warmth',
  positive: 'warm',
  negative: 'cold',
  examples: [{ kind: 'written', pole: 1, text: 'Come in.\n', topic: 'doors' }],
};
const HEAD: ProjectHead = {
  encoder: 'parable@1',
  dims: 3,
  view: 'v1',
  spaces: [],
  records: { groups: 1, axes: 1, documents: 3 },
};
const group = { ...aGroup('Stories'), hue: 4, slot: 6 };

function vectored(text: string): Vectored {
  const document: Document = { ...aDocument(text, group), ...cutText(group.role, text) };
  const vectors = Float32Array.from({ length: document.passages.length * 3 }, (_, i) => i / 7);
  return { document, vectors, given: [] };
}

/** As it comes back: with the passages that its vectors are of. */
const asRead = (item: Vectored) => ({
  ...item,
  rows: item.vectors && { passages: item.document.passages, vectors: item.vectors },
});

const written = (...items: Vectored[]): string[] =>
  [
    headLines(
      HEAD,
      aCorpus(
        items.map(({ document }) => document),
        [group],
      ),
      [AXIS],
    ),
    ...items.map((item, order) => documentLine(item, order)),
  ]
    .join('')
    .split('\n');

describe('a project file', () => {
  it('brings back exactly what was saved', () => {
    const items = [vectored('One. '.repeat(200)), vectored('"Zwölf"\n漢字 😀 \u2028')];
    const [first = '', ...lines] = written(...items, { ...vectored('No vectors.'), vectors: null });
    const head = readHead(first, 'a.parable');
    expect(head).toEqual(HEAD);
    const part = readLines(lines, head);
    expect(part.problems).toEqual([]);
    expect(part.groups).toEqual([group]);
    expect(part.axes).toEqual([AXIS]);
    expect(part.documents.slice(0, 2)).toEqual(items.map(asRead));
    expect(part.documents[2]?.vectors).toBeNull();
  });

  it('loses one document for a damaged line, and no other', () => {
    const [first = '', ...lines] = written(vectored('One.'), vectored('Two.'));
    lines[2] = (lines[2] ?? '').slice(0, 40);
    const { documents, problems } = readLines(lines, readHead(first, 'a.parable'));
    expect(documents.map(({ document }) => document.text)).toEqual(['Two.']);
    expect(problems.map(({ code }) => code)).toEqual(['record-malformed']);
  });

  it('is read as it was before it had axes', () => {
    const older = written(vectored('One.')).filter((line) => !line.includes('"axis"'));
    const [first = '', ...lines] = older;
    const { axes, documents, problems } = readLines(lines, readHead(first, 'a.parable'));
    expect([axes, documents.length, problems]).toEqual([[], 1, []]);
  });

  it('loses one axis that is damaged, and says so', () => {
    const line = JSON.stringify({ axis: { schema: 2, ...AXIS, name: 7 } });
    const { axes, documents, problems } = readLines([line], HEAD);
    expect([axes, documents]).toEqual([[], []]);
    expect(problems).toMatchObject([{ code: 'record-malformed', params: { kind: 'axis' } }]);
  });

  it('takes no text for another one, and no vectors that do not fit', () => {
    const { document, vectors } = vectored('One.');
    const forged = documentLine({ document: { ...document, text: 'Two.' }, vectors, given: [] }, 0);
    expect(readLines([forged], HEAD)).toMatchObject({
      documents: [],
      problems: [{ code: 'record-malformed' }],
    });
    for (const wrong of [[1, 2], [1, 2, NaN], []]) {
      const line = documentLine({ document, vectors: new Float32Array(wrong), given: [] }, 0);
      expect(readLines([line], HEAD).documents).toEqual([
        { document, vectors: null, rows: null, given: [] },
      ]);
    }
  });

  it('brings back vectors that came along, of whole texts or of passages cut otherwise', () => {
    const { document } = vectored('One. '.repeat(200));
    const whole = wholeText(document.text, Float32Array.of(0.6, 0.8));
    const halves = {
      passages: [
        { start: 0, end: 500 },
        { start: 500, end: 999 },
      ],
      vectors: Float32Array.of(1, 0, 0, 0, 0, 1),
    };
    const head: ProjectHead = {
      ...HEAD,
      encoder: 'theirs@1',
      spaces: [
        { key: 'mine@2', dims: 2 },
        { key: 'theirs@1', dims: 3 },
        { key: 'empty@1', dims: 9 },
      ],
    };
    const given = [whole, halves, null];
    const [first = ''] = headLines(head, aCorpus([document], [group]), []).split('\n');
    expect(readHead(first, 'a.parable')).toEqual({
      ...head,
      records: { groups: 1, axes: 0, documents: 1 },
    });
    const line = documentLine({ document, vectors: null, given }, 0);
    expect(readLines([line], head).documents).toEqual([
      { document, vectors: null, rows: null, given },
    ]);
    // What does not fit, and what an earlier release wrote, is nothing.
    const other = { ...head, spaces: [{ key: 'mine@2', dims: 3 }, ...head.spaces.slice(1)] };
    expect(readLines([line], other).documents[0]?.given).toEqual([null, halves, null]);
    const without = documentLine({ document, vectors: null, given: [] }, 0);
    expect(readLines([without], head).documents[0]?.given).toEqual([null, null, null]);
  });

  it('keeps vectors of passages that another release has cut, as of these', () => {
    const { document } = vectored('One. '.repeat(200));
    const vectors = Float32Array.of(1, 0, 0, 0, 1, 0);
    const passages = [
      { start: 0, end: 400 },
      { start: 400, end: 999 },
    ];
    const line = documentLine(
      { document: { ...document, passages }, vectors, given: [] },
      0,
    ).replace(CHUNKER_VERSION, 'another');
    expect(readLines([line], HEAD).documents).toEqual([
      { document, vectors: null, rows: { passages, vectors }, given: [] },
    ]);
  });

  it.each([
    ['[]'.repeat(2)],
    ['{}'],
    ['[{"key":"a"}]'],
    ['[{"key":1,"dims":2}]'],
    ['[{"key":"a","dims":0}]'],
    ['[{"key":"a","dims":1e9}]'],
    ['[null]'],
    [`[${'{"key":"a","dims":2},'.repeat(60)}{"key":"a","dims":2}]`],
  ])('is none with spaces like %s', (spaces) => {
    const head = JSON.stringify({ format: 'parable-project', schema: 2, ...HEAD });
    const line = head.replace('"spaces":[]', `"spaces":${spaces}`);
    expect(() => readHead(line, 'a.parable')).toThrow(/project-malformed/);
  });

  it('of an earlier release has no spaces, and does not count its lines', () => {
    const { encoder, dims, view } = HEAD;
    const line = JSON.stringify({ format: 'parable-project', schema: 1, encoder, dims, view });
    expect(readHead(line, 'a.parable')).toEqual({ ...HEAD, spaces: [], records: null });
  });

  it.each([
    [''],
    ['x'],
    ['{}'],
    ['[]'],
    ['{"format":"parable-project"}'],
    ['{"format":"parable-project","schema":2,"dims":0}'],
  ])('is none where it begins with %j', (line) => {
    expect(() => readHead(line, 'a.parable')).toThrow(/project-malformed/);
  });

  it('of a later release is left alone', () => {
    const line = JSON.stringify({ format: 'parable-project', ...HEAD, schema: 99 });
    expect(() => readHead(line, 'a.parable')).toThrow(/storage-newer/);
  });

  it('never throws for its further lines', () => {
    const part = fc.constantFrom(
      '{"document":',
      '{"group":',
      '{"axis":',
      'null',
      '{}',
      '}',
      '"vectors":"AA"',
      ',',
      '1e999',
    );
    fc.assert(
      fc.property(fc.array(fc.array(part).map((parts) => parts.join(''))), (lines) => {
        const { axes, documents, groups } = readLines(lines, HEAD);
        expect([axes, documents, groups]).toEqual([[], [], []]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('base64', () => {
  it('gives every number back, bit by bit', () => {
    fc.assert(
      fc.property(fc.float32Array(), (values) => {
        expect(fromBase64(toBase64(new Float32Array(values)))).toEqual(values);
      }),
    );
    expect(toBase64(new Float32Array([1]))).toBe('AACAPw==');
  });

  it('refuses what is none', () => {
    expect(() => fromBase64('?')).toThrow();
    expect(() => fromBase64('AA==')).toThrow();
  });
});
