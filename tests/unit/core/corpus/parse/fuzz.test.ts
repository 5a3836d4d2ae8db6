import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../src/core/corpus/parse/byte-source.ts';
import {
  EXTENSIONS,
  parseSource,
  type Parsed,
} from '../../../../../src/core/corpus/parse/parse.ts';
import { fixture, vectors } from './fixture.ts';
import { zipFile } from './zip-file.ts';

/**
 * `npm run fuzz` asks for more of them, and for others every time. PDF.js needs a browser here:
 * tests/browser/import.
 */
const ASKED = process.env.VITE_FUZZ_RUNS;
const PARAMETERS = ASKED ? { numRuns: Number(ASKED) } : { numRuns: 500, seed: 20_260_701 };
const FORMATS = EXTENSIONS.filter((extension) => extension !== 'pdf');

const TEXTS: Readonly<Record<string, string>> = {
  json: '[{"text":"One \\u00fc","n":1,"messages":[{"role":"user","content":"Why?"}]},{"text":"Two"}]',
  jsonl:
    '{"text":"One","embedding":[0.5,1]}\n{"prompt":"Why?","response":"So."}\n{"x":[{"a":null}]}',
  csv: 'id,text,note\n1,"a ""quoted"" text",x\n2,plain,\n',
  md: '---\ntitle: T\ntags:\n  - a\n---\n\n# Heading\n\nText *with* marks.\n',
  html: '<!doctype html><title>T</title><body><h1>H</h1><p>One &amp; two<table><tr><td>x</table>',
  txt: 'One.\n<|endoftext|>\nTwo.\u202e reversed\u202c \ud83d\ude00',
};
const SAME = new Map([
  ['ndjson', 'jsonl'],
  ['tsv', 'csv'],
  ['markdown', 'md'],
  ['text', 'txt'],
  ['htm', 'html'],
  ['xhtml', 'html'],
]);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The least that is a Word document. */
const DOCX = [
  {
    name: '[Content_Types].xml',
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  },
  {
    name: 'word/document.xml',
    content: `<w:document ${W}><w:body><w:p><w:r><w:t>One &amp; two.</w:t></w:r></w:p></w:body></w:document>`,
  },
];

/** A well-formed file of each kind. */
function sample(extension: string): Uint8Array<ArrayBuffer> {
  if (extension === 'docx') return zipFile(DOCX);
  if (extension === 'epub') return fixture('keeper.epub');
  if (extension === 'parquet') return fixture('table-snappy.parquet');
  if (extension === 'npy') return vectors('le-f4-c.npy');
  if (extension === 'zip') {
    return zipFile([
      { name: 'a/b.txt', content: 'One.' },
      { name: 'c.jsonl', content: '{"text":"Two."}' },
    ]);
  }
  return new TextEncoder().encode(TEXTS[SAME.get(extension) ?? extension] ?? '');
}

async function parse(extension: string, bytes: Uint8Array<ArrayBuffer>): Promise<Parsed[]> {
  const name = `f.${extension}`;
  const parsed: Parsed[] = [];
  for await (const each of parseSource({ name, path: `d/${name}` }, bytesSource(bytes))) {
    parsed.push(each);
  }
  return parsed;
}

/** Whatever comes, it ends in documents or in an error that names the file, never in a surprise. */
async function endsWell(extension: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const parsed = await parse(extension, bytes);
  const problems = parsed.flatMap((each) => each.problems);
  const drafts = parsed.flatMap((each) => each.drafts);
  const matrices = parsed.flatMap((each) => each.matrices);
  expect(drafts.length + matrices.length + problems.length).toBeGreaterThan(0);
  expect(
    problems.map(({ code, cause }) => (code === 'unexpected' ? cause : null)).filter(Boolean),
  ).toEqual([]);
  for (const { params } of problems) {
    expect('file' in params && params.file.startsWith(`d/f.${extension}`)).toBe(true);
  }
  for (const { title, text } of drafts) {
    expect(text).not.toBe('');
    expect(title.length).toBeLessThanOrEqual(200);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe.each(FORMATS)('.%s', (extension) => {
  const good = sample(extension);

  it('is read where it is whole', async () => {
    const parsed = await parse(extension, good);
    const found = parsed.flatMap(({ drafts, matrices }) => [...drafts, ...matrices]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('ends well when it is cut off at every per cent', async () => {
    for (let percent = 0; percent < 100; percent++) {
      await endsWell(extension, good.slice(0, Math.floor((good.length * percent) / 100)));
    }
  });

  it('ends well whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) =>
        endsWell(extension, new Uint8Array(bytes)),
      ),
      PARAMETERS,
    );
  }, 600_000);

  it('ends well with some of its bytes changed', async () => {
    const edit = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const bytes = good.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        await endsWell(extension, bytes);
      }),
      PARAMETERS,
    );
  }, 600_000);
});

const hostile = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\0',
    '\ud800',
    '\udc00',
    '\u202e',
    '\ufeff',
    '\n',
    '"',
    '<',
    '&',
    '\u2028',
    '漢',
  ),
  maxLength: 40,
});

describe('hostile text', () => {
  it('goes through records as it is', async () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x');
    await fc.assert(
      fc.asyncProperty(hostile, names, async (text, name) => {
        fc.pre(/\S/.test(text));
        const json = `{"text":${JSON.stringify(text)},"${name}":{"polluted":true}}`;
        const [parsed] = await parse('jsonl', new TextEncoder().encode(json));
        expect(parsed?.drafts[0]?.text).toBe(text);
        expect(Reflect.get({}, 'polluted')).toBeUndefined();
      }),
      PARAMETERS,
    );
  }, 600_000);
});
