import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../cli/main.ts';
import { against, workplace } from './harness.ts';

interface Scores {
  readonly axis: {
    readonly kind: string;
    readonly support: { readonly supported: boolean; readonly reasons: readonly string[] };
    readonly validation: { readonly accuracy: number | null; readonly p: number | null };
    readonly comparisons: { readonly wording: { readonly accuracy: number | null } };
    readonly topics: readonly string[];
    readonly leftOut: readonly string[];
  };
  readonly scores: readonly {
    readonly file: string;
    readonly line: number | null;
    readonly score: number;
    readonly heldOut: number | null;
    readonly inSample: boolean;
  }[];
}

const work = workplace();

async function axis(
  positive: string,
  negative: string,
  score: string,
  more: string[] = [],
): Promise<Scores> {
  const out = join(work.folder, 'scores.json');
  const files = ['--positive', positive, '--negative', negative, '--score', score];
  await main(['axis', ...files, '--out', out, ...more]);
  const found = JSON.parse(await work.read('scores.json')) as Scores;
  expect(await against('scores', found)).toBeNull();
  return found;
}

/** What is said of many things, warmly or coldly: the axis is in the words. */
const THINGS = {
  sea: ['harbour', 'lighthouse', 'ferry', 'tide'],
  kitchen: ['bread', 'soup', 'oven', 'apple'],
  school: ['lesson', 'teacher', 'pencil', 'exam'],
  farm: ['barn', 'sheep', 'tractor', 'orchard'],
};
const WARM = 'was kind and gentle, and everybody was glad, happy and grateful for it';
const COLD = 'was cruel and vicious, and everybody was angry, bitter and afraid of it';

/** Records of one pole; twins name each other if asked to. */
function records(pole: 'warm' | 'cold', fields: 'topic' | 'twin' | 'none'): string {
  const all = Object.entries(THINGS).flatMap(([topic, things]) =>
    things.map((thing) => {
      const text = `The ${thing} ${pole === 'warm' ? WARM : COLD}.`;
      const other = pole === 'warm' ? 'cold' : 'warm';
      const twin = { id: `${pole}-${thing}`, twin: `${other}-${thing}` };
      return { text, ...(fields !== 'none' && { topic }), ...(fields === 'twin' && twin) };
    }),
  );
  return all.map((each) => `${JSON.stringify(each)}\n`).join('');
}

async function files(fields: 'topic' | 'twin' | 'none'): Promise<[string, string, string]> {
  return [
    await work.file('warm.jsonl', records('warm', fields)),
    await work.file('cold.jsonl', records('cold', fields)),
    await work.file('new.txt', `The engine ${WARM}.\n\nThe engine ${COLD}.\nThe ferry ${WARM}.\n`),
  ];
}

describe('parable axis', () => {
  it('learns from labelled texts, leaves out topics to test it, and places new texts', async () => {
    const { axis: found, scores } = await axis(...(await files('topic')));
    expect(found.kind).toBe('discriminant');
    expect(found.topics).toEqual(['farm', 'kitchen', 'school', 'sea']);
    expect(found.support).toEqual({ supported: true, reasons: [] });
    expect(found.validation.accuracy).toBe(1);
    expect(scores.map(({ line, inSample }) => [line, inSample])).toEqual([
      [1, false],
      [3, false],
      [4, true],
    ]);
    expect(scores[0]!.score).toBeGreaterThan(scores[1]!.score);
    expect(scores[2]!.heldOut).not.toBe(scores[2]!.score);
    // The two lists differ in their words, and it says so.
    expect(found.comparisons.wording.accuracy).toBe(1);
  });

  it('takes texts that name each other for twins', async () => {
    const { axis: found, scores } = await axis(...(await files('twin')));
    expect(found.kind).toBe('paired');
    expect(found.support.supported).toBe(true);
    expect(scores[0]!.score).toBeGreaterThan(scores[1]!.score);
  });

  it('supports nothing without topics', async () => {
    const { axis: found } = await axis(...(await files('none')));
    expect(found.support).toEqual({ supported: false, reasons: ['topics-unknown'] });
    expect(found.validation.accuracy).toBe(1);
  });

  it('takes a text of both poles for neither, and learns from too little with all reasons', async () => {
    const same = `The ferry ${WARM}.\n`;
    const warm = await work.file('warm.txt', `${same}The barn ${WARM}.\n`);
    const cold = await work.file('cold.txt', `${same}The barn ${COLD}.\n`);
    const { axis: found } = await axis(warm, cold, warm);
    expect(found.leftOut).toHaveLength(1);
    expect(found.support.reasons).toEqual(['few-examples', 'topics-unknown', 'not-testable']);
  });

  it('gives the same bytes twice, and others with another seed', async () => {
    const given = await files('topic');
    await axis(...given);
    const first = await work.read('scores.json');
    await axis(...given);
    expect(await work.read('scores.json')).toBe(first);
    await axis(...given, ['--seed', '8']);
    expect(await work.read('scores.json')).not.toBe(first);
  });

  it('names file and line of what cannot be read, and does the rest', async () => {
    const [warm, cold] = await files('topic');
    const score = await work.file('score.jsonl', `{oops\n{"text":"The engine ${WARM}."}\n`);
    const { scores } = await axis(warm, cold, score);
    expect(scores).toHaveLength(1);
    expect(work.said.join('\n')).toContain('score.jsonl, line 1: not valid JSON');
    expect(process.exitCode).toBe(1);
  });

  it('tells how it is used', async () => {
    await main(['axis', '--help']);
    expect(work.said[0]).toContain('--positive FILE');
  });

  it.each([
    [['--positive', 'a', '--negative', 'b', '--out', 'c.json'], /axis needs/],
    [['--positive', 'a', '--negative', 'b', '--score', 'c', '--out', 'd.csv'], /ends in .json/],
  ])('refuses %j in words', async (args, message) => {
    await expect(main(['axis', ...args])).rejects.toThrow(message);
  });
});
