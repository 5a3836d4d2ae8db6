import { csvParse, csvParseRows } from 'd3';
import { describe, expect, it } from 'vitest';
import type { Corpus, Document } from '../../../../src/core/corpus/model.ts';
import type { Provenance } from '../../../../src/core/relate/provenance.ts';
import { rankingAsCsv, type RankingTable } from '../../../../src/core/relate/ranking-table.ts';
import type { Relation } from '../../../../src/core/relate/types.ts';
import { madeDocument, madeRanking, madeRelation } from '../../../browser/ui/made.ts';

const SCENARIO = madeDocument('s', 'evaluation', 1);
const MADE: Provenance = {
  encoder: 'static@abc/int8/mean',
  revision: 'abc',
  correction: 'centre',
  correctedOn: 'reference',
  reference: '0123456789abcdef',
  seed: 7,
  chunker: 'sentences',
  version: '1.2.3',
  notEmbedded: 4,
};

const training = (id: string, title: string): Document => ({
  ...madeDocument(id, 'training', 5),
  title,
});

function tableOf(
  pairs: readonly (readonly [Document, Partial<Relation>])[],
  more: Partial<RankingTable> = {},
): RankingTable {
  const documents = [...pairs.map(([document]) => document), SCENARIO];
  const relations = pairs.map(([{ id }, relation]) => ({
    ...madeRelation(id, 's', 0.5),
    ...relation,
  }));
  const corpus: Corpus = {
    documents: new Map(documents.map((each) => [each.id, each])),
    groups: new Map([['training', { id: 'training', role: 'training', name: 'Stories' }]]),
  };
  return {
    ranking: madeRanking(relations),
    rows: relations.map((relation, i) => ({ relation, item: documents[i]! })),
    about: SCENARIO,
    corpus,
    order: 'percentile',
    axis: null,
    robustIn: () => null,
    made: MADE,
    ...more,
  };
}

const written = (table: RankingTable): string => [...rankingAsCsv(table)].join('');

describe('a ranking as a table', () => {
  it('has a row for each that is listed, in the order of the list', () => {
    const all = tableOf([
      [training('b', 'Second of names, first here'), { relatedness: 0.2 }],
      [training('a', 'First of names'), { relatedness: 0.9 }],
      [training('c', 'Hidden'), {}],
    ]);
    const rows = csvParse(written({ ...all, rows: all.rows.slice(0, 2) }));
    expect(rows.map(({ rank, id, title }) => [rank, id, title])).toEqual([
      ['1', 'b', 'Second of names, first here'],
      ['2', 'a', 'First of names'],
    ]);
    expect(rows[0]).toMatchObject({ group: 'Stories', role: 'training', listed: '2', ranked: '3' });
  });

  it('is a header alone where nothing is listed', () => {
    expect(csvParseRows(written(tableOf([])))).toHaveLength(1);
  });

  it('says of a row all that the list says, with intervals and what it is measured against', () => {
    const [row] = csvParse(
      written(
        tableOf(
          [
            [
              training('a', 'A'),
              {
                relatedness: 0.494,
                percentile: 0.99,
                interval: [0.98, 1],
                surplus: 0.75,
                surplusInterval: [0.5, 0.875],
                tfidf: 0.05,
                overlap: 0.21,
                bm25: 2.5,
                csls: -0.125,
                corpusPercentile: 0.6,
                lists: 9,
                littleWording: true,
                leakage: ['run', 'cosine'],
              },
            ],
          ],
          {
            axis: { name: 'value', poles: ['against', 'for'], at: () => -0.44 },
            robustIn: () => 8,
          },
        ),
      ),
    );
    expect(row).toMatchObject({
      relatedness: '0.494',
      percentile: '0.99',
      percentile_low: '0.98',
      percentile_high: '1',
      surplus: '0.75',
      surplus_low: '0.5',
      surplus_high: '0.875',
      tfidf: '0.05',
      overlap: '0.21',
      bm25: '2.5',
      csls: '-0.125',
      corpus_percentile: '0.6',
      hub_lists: '9',
      little_wording: 'yes',
      leakage: 'run cosine',
      robust_standpoints: '8',
      stance: '-0.44',
      stance_axis: 'value',
      stance_low_pole: 'against',
      stance_high_pole: 'for',
      passages: '5',
      window_passages: '3',
      null_windows: '101',
      null_documents: '40',
      null_wording_explains: '0.05',
    });
  });

  it('says in every row what it was computed by', () => {
    const rows = csvParse(written(tableOf([[training('a', 'A'), {}], [training('b', 'B'), {}]]))); // prettier-ignore
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({
        about_id: 's',
        about_title: 'Title of s',
        about_role: 'evaluation',
        order: 'percentile',
        not_embedded: '4',
        encoder: 'static@abc/int8/mean',
        encoder_revision: 'abc',
        correction: 'centre',
        corrected_on: 'reference',
        reference: '0123456789abcdef',
        seed: '7',
        chunker: 'sentences',
        parable: '1.2.3',
      });
    }
  });

  it('leaves empty what is not known, and never writes a zero for it', () => {
    const unknown = {
      percentile: null,
      interval: null,
      surplus: null,
      surplusInterval: null,
      overlap: null,
      littleWording: null,
    };
    const made = { ...MADE, reference: null, correctedOn: null };
    const [row] = csvParse(written(tableOf([[training('a', 'A'), unknown]], { made })));
    const empty = Object.entries(row!).flatMap(([name, value]) => (value === '' ? [name] : []));
    expect(empty).toEqual([
      'percentile',
      'percentile_low',
      'percentile_high',
      'surplus',
      'surplus_low',
      'surplus_high',
      'overlap',
      'csls',
      'corpus_percentile',
      'hub_lists',
      'little_wording',
      'leakage',
      'robust_standpoints',
      'stance',
      'stance_axis',
      'stance_low_pole',
      'stance_high_pole',
      'null_windows',
      'null_documents',
      'null_wording_explains',
      'corrected_on',
      'reference',
    ]);
  });

  it('ranks scenarios for a document in the same columns', () => {
    const document = training('d', 'The document');
    const base = tableOf([[document, {}]]);
    const rows = base.rows.map(({ relation }) => ({ relation, item: SCENARIO }));
    const [row] = csvParse(written({ ...base, rows, about: document }));
    expect(row).toMatchObject({
      id: 's',
      role: 'evaluation',
      about_id: 'd',
      about_role: 'training',
    });
    expect(row).toMatchObject({ passages: '5' });
  });

  it('lets no title become a formula', () => {
    const [row] = csvParse(written(tableOf([[training('a', '=HYPERLINK("x")'), {}]])));
    expect(row!.title).toBe(`'=HYPERLINK("x")`);
  });
});
