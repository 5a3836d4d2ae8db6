import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpusTexts, type CorpusTexts } from '../../../../scripts/corpora/read.ts';
import { twinOf } from '../../../../src/core/corpus/twins.ts';

let demo: CorpusTexts;
beforeAll(async () => {
  demo = await readCorpusTexts('.', 'demo');
});

describe('the demo as the explorer gets it', () => {
  it('has its groups in the order in which they are listed, scenarios last', () => {
    expect([...demo.corpus.groups.values()].map(({ name }) => name)).toEqual([
      'Aligned-AI stories',
      'Villain-AI stories',
      'Aligned-human stories',
      'Constitution essays',
      'Difficult-advice chats',
      'Bare refusals',
      'Reasoned refusals',
      'Neutral AI',
      'Lexical decoys',
      'Unrelated',
      'Scenarios',
    ]);
  });

  it('keeps what a file says of its text', () => {
    const log = [...demo.corpus.documents.values()].find(
      ({ meta }) => meta.get('id') === 'reasoned-organ-pledge',
    );
    expect(Object.fromEntries(log?.meta ?? [])).toEqual({
      id: 'reasoned-organ-pledge',
      form: 'log',
      topic: 'coercion',
      agent: 'ai',
      value: '+',
      states_why: 'yes',
      twin: 'bare-organ-pledge',
      principles: 'no-coercion, proportion',
    });
  });

  it('has twins that find each other: stories and refusals', () => {
    const twins = [...demo.corpus.documents.values()].filter((each) => twinOf(demo.corpus, each));
    expect(twins).toHaveLength(48);
  });

  it('takes the principles for sentences, not for a document', () => {
    expect(demo.principles).toHaveLength(12);
    expect([...demo.corpus.documents.values()].map(({ title }) => title)).not.toContain(
      'Twelve principles',
    );
  });
});

it('makes a group of each genre of the reference', async () => {
  const { corpus, principles } = await readCorpusTexts('.', 'reference');
  expect(corpus.groups.size).toBe(10);
  expect(principles).toEqual([]);
});
