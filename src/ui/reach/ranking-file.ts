import { version } from '../../../package.json';
import { provenanceOf } from '../../core/relate/provenance.ts';
import { rankingAsCsv, type RankedItem, type ShownAxis } from '../../core/relate/ranking-table.ts';
import type { Ranking } from '../../core/relate/types.ts';
import { agreementsOf } from '../../state/agreement.svelte.ts';
import { SEED, type Explorer } from '../../state/explorer.svelte.ts';
import { axisName, poles } from '../words/axes.ts';
import { csv } from '../words/reach.ts';

/** UTF-16 units of a title in the name of a file. */
const NAME_CHARS = 60;

export interface RankingFile {
  /** Made as they are taken. */
  readonly lines: Iterable<string>;
  readonly name: string;
}

/**
 * The rows of a list in Reach as a file of CSV, with what they were computed by; null while an encoder
 * is being opened, or what the list is about has gone.
 */
export function rankingFile(
  explorer: Explorer,
  ranking: Ranking,
  rows: readonly RankedItem[],
  order: string,
): RankingFile | null {
  const { embeddings, encoders, reference, readable, session } = explorer;
  const about = readable.documents.get(session.view[session.view.anchor] ?? '');
  const spec = encoders.current?.spec;
  if (!about || !spec || !reference) return null;
  const documents = [...session.corpus.documents.keys()];
  const made = provenanceOf({
    spec,
    correction: embeddings.correction,
    reference: reference.corpus,
    seed: SEED,
    version,
    documents: {
      all: documents.length,
      placed: documents.filter((id) => embeddings.has(id)).length,
    },
  });
  const lines = rankingAsCsv({
    ranking,
    rows,
    about,
    corpus: readable,
    order,
    axis: shownAxis(explorer),
    robustIn: (pair) => agreementsOf(explorer).robustIn(pair),
    made,
  });
  return { lines, name: fileName(about.title, about.id) };
}

/** The axis in use, if it is supported: on no other is anything said of a document. */
function shownAxis({ stance }: Explorer): ShownAxis | null {
  const { chosen, report, scores } = stance;
  if (!chosen || !report?.support.supported) return null;
  const { negative, positive } = poles(chosen);
  return {
    name: axisName(chosen),
    poles: [negative, positive],
    at: (document) => scores.get(document)?.heldOut ?? null,
  };
}

/** A name made of what every system takes in one: letters, digits and hyphens. */
function fileName(title: string, id: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${csv.file}-${words.join('-').slice(0, NAME_CHARS) || id}.csv`;
}
