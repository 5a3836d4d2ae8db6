import { describe, expect, it } from 'vitest';
import { cameAlong } from '../../../../../src/core/corpus/came-along.ts';
import { joinVectors } from '../../../../../src/core/corpus/parse/beside.ts';
import type { Parsed } from '../../../../../src/core/corpus/parse/parse.ts';
import { encodeNpy } from '../../../../../cli/npy.ts';
import { problems, read, texts } from './read.ts';

const lines = (...records: object[]) => records.map((each) => JSON.stringify(each)).join('\n');
const vectors = ({ drafts }: Pick<Parsed, 'drafts'>) =>
  drafts.map(({ vector }) => vector && [...vector].map((each) => Number(each.toFixed(3))));

describe('vectors in a column', () => {
  const json = [
    { text: 'One', embedding: [3, 4] },
    { text: 'Two', embedding: [0, -2] },
  ];

  it.each([
    ['a.jsonl', lines(...json)],
    ['a.json', JSON.stringify(json)],
    ['a.csv', 'text,embedding\nOne,"[3, 4]"\nTwo,"[0, -2]"\n'],
    ['a.tsv', 'text\tVector\nOne\t[3. 4.]\nTwo\t[ 0.e+00\t-2.0 ]\n'.replace('\t-', ' -')],
  ])('are taken out of %s at unit length', async (name, content) => {
    const parsed = await read(name, content);
    expect(vectors(parsed)).toEqual([
      [0.6, 0.8],
      [0, -1],
    ]);
    expect(parsed.drafts[0]?.meta.size).toBe(0);
    expect(parsed.tables[0]?.columns.map(({ name: column }) => column)).toEqual(['text']);
  });

  it('may be missing from some records', async () => {
    const parsed = await read('a.jsonl', lines({ text: 'One', emb: [1, 0] }, { text: 'Two' }));
    expect([vectors(parsed), problems(parsed)]).toEqual([[[1, 0], undefined], []]);
  });

  it('of another length than the first one are named by their line', async () => {
    const parsed = await read(
      'a.jsonl',
      lines({ text: 'One', vector: [1, 0] }, { text: 'Two', vector: [1, 0, 0] }),
    );
    expect(parsed.problems.map(({ code, params }) => [code, params])).toEqual([
      ['vector-length', { file: 'a.jsonl', line: 2, found: 3, expected: 2 }],
    ]);
    expect([texts(parsed), vectors(parsed)]).toEqual([
      ['One', 'Two'],
      [[1, 0], undefined],
    ]);
  });

  it('without a direction are named, and their documents stay', async () => {
    const parsed = await read(
      'a.csv',
      'text,embedding\nOne,"[1, 0]"\nTwo,"[0, 0]"\nThree,"[nan, 1]"\nFour,"[1e999, 1]"\n',
    );
    expect(problems(parsed)).toEqual(['vector-unusable:3', 'vector-unusable:4']);
    expect(parsed.drafts).toHaveLength(4);
    expect(problems(await read('a.jsonl', lines({ text: 'x', emb: [null, 1] })))).toEqual([
      'vector-unusable:1',
    ]);
  });

  it('are neither words nor single numbers nor nothing', async () => {
    for (const embedding of ['[a, b]', '0.5', [1], [], { a: 1 }, true, [[1, 2]]]) {
      const parsed = await read('a.jsonl', lines({ text: 'One', embedding }));
      expect([vectors(parsed), problems(parsed)]).toEqual([[undefined], []]);
    }
  });

  it('keep their direction however large the numbers', async () => {
    const parsed = await read('a.jsonl', lines({ text: 'One', emb: [3e200, -4e200] }));
    expect(vectors(parsed)).toEqual([[0.6, -0.8]]);
  });
});

describe('vectors beside a table', () => {
  const npy = (rows: number, values: number[]) =>
    new Uint8Array(encodeNpy(new Float32Array(values), rows, values.length / rows));

  async function joined(files: Record<string, string | Uint8Array<ArrayBuffer>>) {
    const parsed = await Promise.all(
      Object.entries(files).map(([name, content]) => read(name, content)),
    );
    return joinVectors(
      parsed.flatMap(({ drafts }) => drafts),
      parsed.flatMap(({ tables }) => tables),
      parsed.flatMap(({ matrices }) => matrices),
    );
  }

  it('go to its records in their order, unreadable ones counted', async () => {
    const table = `${lines({ text: 'One' })}\n{broken\n\n${lines({ note: 3 }, { text: 'Two' })}`;
    const { drafts, problems: none } = await joined({
      'd/a.npy': npy(4, [1, 0, 9, 9, 8, 8, 0, 1]),
      'd/a.jsonl': table,
    });
    expect(none).toEqual([]);
    expect(drafts.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(vectors({ drafts })).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('belong to the table of their folder and name', async () => {
    const { drafts } = await joined({
      'd/a.csv': 'text\nOne\n',
      'e/a.csv': 'text\nTwo\n',
      'e/a.npy': npy(1, [0, 1]),
      'e/a.b.csv': 'text\nThree\n',
    });
    expect(vectors({ drafts })).toEqual([undefined, [0, 1], undefined]);
  });

  it('go before those in a column, and leave out what has no direction', async () => {
    const { drafts } = await joined({
      'a.jsonl': lines({ text: 'One', emb: [1, 0] }, { text: 'Two', emb: [1, 0] }),
      'a.npy': npy(2, [0, 1, 0, 0]),
    });
    expect(vectors({ drafts })).toEqual([[0, 1], undefined]);
  });

  it('that do not fit are named with the table', async () => {
    const { drafts, problems: found } = await joined({
      'a.csv': 'text\nOne\nTwo\n',
      'a.npy': npy(3, [1, 0, 0, 1, 1, 1]),
      'b.npy': npy(1, [1, 1]),
    });
    expect(vectors({ drafts })).toEqual([undefined, undefined]);
    expect(found.map(({ code, params }) => [code, params])).toEqual([
      ['vectors-misfit', { file: 'a.npy', rows: 3, table: 'a.csv', records: 2 }],
      ['vectors-without-table', { file: 'b.npy' }],
    ]);
  });
});

it('vectors of several lengths are several spaces', async () => {
  const [a, b] = await Promise.all([
    read('d/long.jsonl', lines({ text: 'One', emb: [1, 0, 0] }, { text: 'Two' })),
    read('d/short.v2.jsonl', lines({ text: 'Three', emb: [1, 0] }, { text: 'Four', emb: [0, 1] })),
  ]);
  expect(cameAlong([...a.drafts, ...b.drafts])).toEqual([
    { dims: 2, documents: 2, source: 'short.v2' },
    { dims: 3, documents: 1, source: 'long' },
  ]);
  expect(cameAlong([])).toEqual([]);
});
