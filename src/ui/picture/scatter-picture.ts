import type { Ranking } from '../../core/relate/types.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { marksOf } from '../groups.ts';
import type { Row } from '../reach/reach.ts';
import { scatterOf } from '../reach/scatter.ts';
import * as words from '../words/picture.ts';
import { related, scatter as scatterWords } from '../words/reach.ts';
import type { PictureOffer } from './offer.ts';
import { measuring } from './palette.ts';
import { scatterLegend, scatterPlot } from './scatter-plot.ts';
import { settingsOf } from './settings.ts';

/** The scatter of Reach as a picture; null where it has nothing to place texts against. */
export function scatterPicture(
  explorer: Explorer,
  ranking: Ranking,
  rows: readonly Row[],
): PictureOffer | null {
  const scatter = scatterOf(ranking, rows);
  if (!scatter) return null;
  const corpus = explorer.readable;
  const { anchor } = explorer.session.view;
  const about = corpus.documents.get(explorer.session.view[anchor] ?? '');
  const marks = marksOf(corpus);
  const groups = [...new Set(scatter.spots.map(({ row }) => row.item.group))];
  return {
    title: about ? `${about.title}: ${scatterWords.y} × ${scatterWords.x}` : related[anchor],
    name: words.names.scatter,
    plot: (palette) => scatterPlot(scatter, marks, palette, measuring()),
    legend: (palette) => [
      ...groups.flatMap((id) => {
        const [group, mark] = [corpus.groups.get(id), marks.get(id)];
        return group && mark ? [{ label: group.name, mark }] : [];
      }),
      ...scatterLegend(scatter, palette),
    ],
    settings: [settingsOf(explorer), scatterWords.cornerNote],
  };
}
