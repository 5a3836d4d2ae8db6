import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../cli/main.ts';
import { against, workplace } from './harness.ts';

const DEMO = 'public/corpora/demo';
const STORIES = [`${DEMO}/aligned-ai`, `${DEMO}/villain-ai`];

interface Report {
  readonly settings: { readonly correction: string; readonly seed: number };
  readonly documents: readonly {
    readonly id: string;
    readonly role: string;
    readonly group: string;
    readonly file: string;
    readonly line: number | null;
    readonly text: string;
    readonly twin: string | null;
    readonly passages: readonly { start: number; end: number; empty?: true }[];
  }[];
  readonly pairs: readonly {
    readonly document: string;
    readonly scenario: string;
    readonly relatedness: number;
    readonly percentile: number;
    readonly leakage: { kinds: string[]; runs: { document: Span; scenario: Span }[] } | null;
    readonly evidence: readonly {
      scenarioPassage: number;
      passage: number;
      cosine: number;
      weight: number;
    }[];
  }[];
  readonly scenarios: readonly { passing: { observed: number; expected: number } }[];
  readonly axes: readonly {
    field: string;
    support: { supported: boolean };
    scores: readonly { document: string; score: number }[];
  }[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const work = workplace();

async function relate(training: readonly string[], scenarios: readonly string[], more: string[]) {
  await main(['relate', '--training', ...training, '--scenarios', ...scenarios, ...more]);
}

async function report(
  training: readonly string[],
  scenarios: readonly string[],
  options: string[] = [],
): Promise<Report> {
  await relate(training, scenarios, ['--out', join(work.folder, 'r.json'), ...options]);
  return JSON.parse(await work.read('r.json')) as Report;
}

const TIDE = 'The tide came in over the flats and the boats rose one by one. '.repeat(3);
const BREAD = 'Knead the dough for ten minutes and let it rest under a cloth. '.repeat(3);

describe('parable relate', () => {
  it('writes a report of the demo that its schema accepts, with numbers that add up', async () => {
    const found = await report(STORIES, [`${DEMO}/scenarios`]);
    expect(await against('report', found)).toBeNull();
    const training = found.documents.filter(({ role }) => role === 'training');
    expect(training).toHaveLength(24);
    expect(new Set(training.map(({ group }) => group))).toEqual(
      new Set(['Aligned-AI stories', 'Villain-AI stories']),
    );
    expect(training.every(({ twin }) => twin !== null)).toBe(true);
    expect(found.pairs).toHaveLength(24 * 18);
    expect(found.scenarios[0]?.passing.expected).toBeCloseTo(24 * 0.05, 9);
    const passages = new Map(found.documents.map((each) => [each.id, each.passages.length]));
    for (const { relatedness, scenario, evidence } of found.pairs) {
      const sum = evidence.reduce((total, { weight, cosine }) => total + weight * cosine, 0);
      expect(sum / passages.get(scenario)!).toBeCloseTo(relatedness, 6);
    }
    const value = found.axes.find(({ field }) => field === 'value');
    expect(value?.scores).toHaveLength(42);
  });

  it('cuts passages by offsets into the text that it gives, and says where a document is from', async () => {
    const tide = await work.file('sea/a.jsonl', `${JSON.stringify({ text: TIDE })}\n`);
    const bread = await work.file('tests/b.txt', BREAD);
    const { documents } = await report([tide], [bread]);
    const found = documents.find(({ role }) => role === 'training');
    expect(found).toMatchObject({ group: 'sea', file: tide, line: 1, text: TIDE });
    const [passage] = found!.passages;
    expect(TIDE.slice(passage!.start, passage!.end)).toBe(TIDE.trim());
  });

  it('finds what quotes a scenario, and where', async () => {
    const tide = await work.file('a.txt', TIDE);
    const scenario = await work.file('s.txt', `${BREAD}\n\n${TIDE}`);
    const { pairs, documents } = await report([tide], [scenario]);
    expect(pairs[0]?.leakage?.kinds).toContain('run');
    const [run] = pairs[0]!.leakage!.runs;
    const text = documents.find(({ role }) => role === 'evaluation')!.text;
    expect(text.slice(run!.scenario.start, run!.scenario.end)).toBe(
      TIDE.slice(run!.document.start, run!.document.end),
    );
  });

  it('gives the same bytes twice, whatever the order of the paths within a folder', async () => {
    const outs = ['r.json', 'r.csv', 'r.html'].map((name) => join(work.folder, name));
    const run = async () => {
      await relate(STORIES, [`${DEMO}/scenarios`], ['--out', ...outs]);
      return Promise.all(['r.json', 'r.csv', 'r.html'].map(work.read));
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(await readdir(work.folder)).toEqual(['r.csv', 'r.html', 'r.json']);
  });

  it('keeps the settings that it was given, and they matter', async () => {
    const options = ['--seed', '11', '--correction', 'top'];
    const given = await report([`${DEMO}/decoys`], [`${DEMO}/scenarios`], options);
    expect(given.settings).toMatchObject({ seed: 11, correction: 'top' });
    const usual = await report([`${DEMO}/decoys`], [`${DEMO}/scenarios`]);
    expect(usual.settings).toMatchObject({ seed: 7, correction: 'centre' });
    const mean = ({ pairs }: Report) =>
      pairs.reduce((sum, { relatedness }) => sum + relatedness, 0) / pairs.length;
    expect(mean(given)).not.toBeCloseTo(mean(usual), 3);
  });

  it('takes a file that is named as both for a scenario', async () => {
    const scenario = await work.file('all/scenarios/s.txt', BREAD);
    await work.file('all/a.txt', TIDE);
    await work.file('all/.hidden/c.txt', 'Nobody is meant to read this.');
    const { documents } = await report([join(work.folder, 'all')], [scenario]);
    expect(documents.map(({ role, text }) => [role, text])).toEqual([
      ['evaluation', BREAD],
      ['training', TIDE],
    ]);
  });

  it('relates little, or nothing', async () => {
    const empty = await work.file('a.txt', '漢 … !?');
    const tide = await work.file('b.txt', TIDE);
    const found = await report([empty], [tide]);
    expect(await against('report', found)).toBeNull();
    expect(found.documents.find(({ role }) => role === 'training')?.passages[0]?.empty).toBe(true);
    expect(found.pairs[0]?.relatedness).toBe(0);
    const none = await report([join(work.folder, 'gone')], [tide]);
    expect(await against('report', none)).toBeNull();
    expect(none.pairs).toEqual([]);
    expect(work.said.join('\n')).toContain('gone could not be opened');
    expect(process.exitCode).toBe(1);
  });

  it('names file and line of what cannot be read, and does the rest', async () => {
    const training = await work.file('t/a.jsonl', `${JSON.stringify({ text: TIDE })}\n{oops\n`);
    await work.file('t/c.bin', 'x');
    const scenario = await work.file('s.txt', BREAD);
    const { pairs } = await report([join(training, '..')], [scenario]);
    expect(pairs).toHaveLength(1);
    expect(work.said.join('\n')).toContain('t/a.jsonl, line 2: not valid JSON');
    expect(work.said.join('\n')).toContain('t/c.bin');
    expect(process.exitCode).toBe(1);
  });

  it('tells how it is used', async () => {
    await main(['relate', '--help']);
    expect(work.said[0]).toContain('--scenarios PATH');
  });

  it.each([
    [['--training', 'a'], /needs --training, --scenarios and --out/],
    [['--training', 'a', '--scenarios', 'b', '--out', 'r.pdf'], /takes .json, .csv and .html/],
    [['a', '--training', 'b'], /a belongs to no option/],
    [['--training', 'a', '--unknown', 'b'], /--unknown/],
    [['--training', 'a', '--scenarios', 'b', '--out', 'r.json', '--seed', '1.5'], /whole number/],
    [
      ['--training', 'a', '--scenarios', 'b', '--out', 'r.json', '--correction', 'odd'],
      /no correction odd\. There are: none, centre, top, whiten/,
    ],
  ])('refuses %j in words', async (args, message) => {
    await expect(main(['relate', ...args])).rejects.toThrow(message);
  });
});

describe('a report to be read', () => {
  const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)> " ' & \`</style></details> `;
  const hostile = async (ending: string) => {
    const record = { title: `${HOSTILE}=1+1`, group: `${HOSTILE}@g`, text: HOSTILE + TIDE };
    const training = await work.file('t.jsonl', `${JSON.stringify(record)}\n`);
    const scenario = { title: `<b>${HOSTILE}</b>`, text: HOSTILE + BREAD };
    const test = await work.file('s.jsonl', `${JSON.stringify(scenario)}\n`);
    await relate([training], [test], ['--out', join(work.folder, `r${ending}`)]);
    return work.read(`r${ending}`);
  };

  it('shows what documents say and obeys none of it', async () => {
    const page = await hostile('.html');
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>|<b>/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(page).toContain("default-src 'none'");
  });

  it('asks nothing of anywhere, and says what its numbers are not', async () => {
    const page = await hostile('.html');
    const tags = page.match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\b(?:src|href|style|on\w+)=/.test(tag))).toEqual([]);
    expect(page).not.toMatch(/@import|url\(/);
    expect(page).toContain('Nothing here is causal.');
  });
});

describe('a report as a table', () => {
  it('has a row a pair under stable columns, and no formula', async () => {
    const record = { title: '=HYPERLINK("x")', group: '@sum', text: TIDE };
    const training = await work.file('t.jsonl', `${JSON.stringify(record)}\n`);
    const scenario = await work.file('s.txt', BREAD);
    await relate([training], [scenario], ['--out', join(work.folder, 'r.csv')]);
    const [header, row, rest] = (await work.read('r.csv')).split('\r\n');
    expect(header).toBe(
      'scenario,scenario_title,document,document_title,group,relatedness,percentile,' +
        'percentile_low,percentile_high,tfidf,bm25,shared_lemmas,surplus,surplus_low,' +
        'surplus_high,little_wording,leakage,csls,corpus_percentile',
    );
    expect(row).toContain(`"'=HYPERLINK(""x"")","'@sum",`);
    expect(rest).toBe('');
  });
});
