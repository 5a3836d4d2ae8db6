import type { Corpus } from '../../../core/corpus/model.ts';
import type { Explorer } from '../../../state/explorer.svelte.ts';
import { marksOf } from '../../groups.ts';
import * as words from '../../words/map.ts';
import type { AxisLabels } from '../draw/axes.ts';
import { RegionLayer } from '../draw/region-layer.ts';
import { flagsOf } from '../gather/chosen.ts';
import { highlightOf } from '../look/highlight.ts';
import { looksOf } from '../look/points.ts';
import { withStrangers } from '../look/strangers.ts';
import { placeMap } from '../place/place.ts';
import type { MapColour } from './map-colour.svelte.ts';

/** A point in words. */
export interface PointWords {
  readonly title: string;
  readonly group: string;
  /** The text of a passage; null where points are documents. */
  readonly text: string | null;
}

/** What is drawn of the explorer's map. All of it follows the explorer. */
export class DrawnMap {
  readonly #explorer: Explorer;
  readonly #colour: MapColour;
  readonly #view = $derived.by(() => this.#explorer.session.view);
  readonly #map = $derived.by(() => this.#explorer.atlas.map);
  // Apart from the rest of the view, which changes with every movement of the map.
  readonly #colours = $derived(this.#view.colour);
  readonly #hidden = $derived(this.#view.hidden);
  /** The documents, with the passages that they have in the space of the map. */
  readonly corpus: Corpus = $derived.by(() =>
    this.#explorer.embeddings.inSpace(this.#explorer.session.corpus),
  );
  /** By group. */
  readonly marks = $derived(marksOf(this.corpus));
  readonly place = $derived(this.#map && placeMap(this.#map));
  readonly looks = $derived.by(() => {
    if (!this.place) return null;
    const shown = { colour: this.#colours, hidden: this.#hidden };
    return looksOf(this.place, this.corpus, this.marks, shown, this.#colour.shading);
  });
  readonly highlight = $derived.by(() => {
    if (!this.place || !this.looks) return null;
    const { pending, value } = this.#explorer.relations.neighbours;
    const found = highlightOf(this.place, this.looks, this.#view, pending ? [] : (value ?? []));
    if (this.#colours !== 'faithfulness') return found;
    return withStrangers(this.place, this.looks.shown, found);
  });
  /** The names of regions of this very map; null where there are none, or none are wanted. */
  readonly regions: RegionLayer | null = $derived.by(() => {
    const { answer, stopWords } = this.#explorer.regions;
    const { value } = answer;
    if (this.#view.regions !== 'named' || !this.place || value?.map !== this.#map) return null;
    return new RegionLayer(this.place, value, stopWords);
  });
  /** Documents that the search has found, while it is asked; null while it is not, or finds none. */
  readonly found: readonly string[] | null = $derived.by(() => {
    const { hits, query } = this.#explorer.search;
    return query.trim() !== '' && hits.value && hits.value.length > 0 ? hits.value : null;
  });
  /** Per point, 1 where it is found or gathered; null where nothing is. */
  readonly chosen = $derived.by(() =>
    this.place ? flagsOf(this.place, this.found ?? this.#explorer.gathered.ids) : null,
  );
  readonly axes: AxisLabels | null = $derived.by(() => {
    const [across, up] = this.#map?.explained ?? [];
    if (across === undefined || up === undefined) return null;
    return { across: words.axis(1, across), up: words.axis(2, up) };
  });

  constructor(explorer: Explorer, colour: MapColour) {
    this.#explorer = explorer;
    this.#colour = colour;
  }

  /** How many points are shown. */
  get shown(): number {
    return this.looks?.order.length ?? 0;
  }

  /** Title, group and text of a point. */
  wordsOf(point: number): PointWords {
    const document = this.corpus.documents.get(this.#map?.documents[point] ?? '');
    const passage = this.#map?.passages?.[point] ?? null;
    const span = passage === null ? undefined : document?.passages[passage];
    return {
      title: words.pointTitle(document?.title ?? '', passage),
      group: this.corpus.groups.get(document?.group ?? '')?.name ?? '',
      text: (span && document?.text.slice(span.start, span.end)) ?? null,
    };
  }

  /** What is written beside a point, or for the whole document of a passage. */
  readonly label = (point: number, whole: boolean): string => {
    const title = this.corpus.documents.get(this.#map?.documents[point] ?? '')?.title ?? '';
    return words.pointLabel(title, whole ? null : (this.#map?.passages?.[point] ?? null));
  };
}
