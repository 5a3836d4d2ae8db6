import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../../src/core/corpus/documents.ts';
import type { Document } from '../../../../src/core/corpus/model.ts';
import { fromBase64, toBase64 } from '../../../../src/core/project/base64.ts';
import {
  documentLine,
  headLines,
  readHead,
  readLines,
  type Vectored,
} from '../../../../src/core/project/project-file.ts';
import { aCorpus, aDocument, aGroup } from '../corpus/corpora.ts';

const HEAD = { encoder: 'parable@1', dims: 3, view: 'v1' };
const group = { ...aGroup('Stories'), hue: 4 };

function vectored(text: string): Vectored {
  const document: Document = { ...aDocument(text, group), ...cutText(group.role, text) };
  const vectors = Float32Array.from({ length: document.passages.length * 3 }, (_, i) => i / 7);
  return { document, vectors };
}

const written = (...items: Vectored[]): string[] =>
  [headLines(HEAD, aCorpus([], [group])), ...items.map((item, order) => documentLine(item, order))]
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
    expect(part.documents.slice(0, 2)).toEqual(items);
    expect(part.documents[2]?.vectors).toBeNull();
  });

  it('loses one document for a damaged line, and no other', () => {
    const [first = '', ...lines] = written(vectored('One.'), vectored('Two.'));
    lines[1] = (lines[1] ?? '').slice(0, 40);
    const { documents, problems } = readLines(lines, readHead(first, 'a.parable'));
    expect(documents.map(({ document }) => document.text)).toEqual(['Two.']);
    expect(problems.map(({ code }) => code)).toEqual(['record-malformed']);
  });

  it('takes no text for another one, and no vectors that do not fit', () => {
    const { document, vectors } = vectored('One.');
    const forged = documentLine({ document: { ...document, text: 'Two.' }, vectors }, 0);
    expect(readLines([forged], HEAD)).toMatchObject({
      documents: [],
      problems: [{ code: 'record-malformed' }],
    });
    for (const wrong of [[1, 2], [1, 2, NaN], []]) {
      const line = documentLine({ document, vectors: new Float32Array(wrong) }, 0);
      expect(readLines([line], HEAD).documents).toEqual([{ document, vectors: null }]);
    }
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
      'null',
      '{}',
      '}',
      '"vectors":"AA"',
      ',',
      '1e999',
    );
    fc.assert(
      fc.property(fc.array(fc.array(part).map((parts) => parts.join(''))), (lines) => {
        const { documents, groups } = readLines(lines, HEAD);
        expect([documents, groups]).toEqual([[], []]);
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
