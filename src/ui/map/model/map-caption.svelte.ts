import type { Explorer } from '../../../state/explorer.svelte.ts';
import * as toolWords from '../../words/map-tools.ts';
import * as words from '../../words/map.ts';
import type { DrawnMap } from './drawn-map.svelte.ts';
import type { GroupFilter } from './group-filter.svelte.ts';
import { statusOf } from './status.ts';

/** What is said of the map as a whole. All of it follows the explorer. */
export class MapCaption {
  readonly #explorer: Explorer;
  readonly #drawn: DrawnMap;
  readonly #filter: GroupFilter;
  readonly #map = $derived.by(() => this.#explorer.atlas.map);
  /** The one thing that the reader should be told about the map now. */
  readonly status = $derived.by(() => {
    const { atlas, embeddings, phase, session } = this.#explorer;
    const { size } = this.#drawn.corpus.documents;
    return statusOf({
      opening: phase === 'opening',
      documents: size,
      placed: size - embeddings.waiting - embeddings.absent.size,
      absent: embeddings.absent.size,
      view: session.view,
      map: atlas.map,
      shown: this.#drawn.shown,
      progress: atlas.progress,
      failure: atlas.failure,
    });
  });
  /** The map in one line. */
  readonly summary = $derived.by(() =>
    words.summary(
      this.#drawn.shown,
      this.#filter.shown,
      this.#map?.unit ?? this.#explorer.session.view.unit,
    ),
  );
  /** What must be known to read the picture. */
  readonly notes: readonly string[] = $derived.by(() => {
    const { found, highlight } = this.#drawn;
    if (!this.#map || !highlight) return [];
    const { missing, neighbours, selected, strangers, thread } = highlight;
    const near = neighbours.length;
    const split = missing.size + strangers.length > 0;
    const kinds = split ? words.faithfulnessLines : words.lines(near, this.#map.unit);
    const lines = selected.length === 1 ? kinds : words.named(near);
    return [
      ...(found ? [toolWords.found(found.length)] : []),
      words.axesNote(this.#map.explained),
      ...(near > 0 ? [lines] : []),
      ...(thread.length > 1 ? [words.thread] : []),
    ];
  });
  /** What is said of points that were put into the map as it stood; null where there are none. */
  readonly placed: string | null = $derived.by(() => {
    const { placed } = this.#explorer.atlas;
    return this.#map && placed > 0 ? words.placed(placed, this.#map.unit) : null;
  });
  /** Of the encoder in use. */
  readonly encoderName = $derived.by(() => this.#explorer.encoders.current?.spec.name ?? '');

  constructor(explorer: Explorer, drawn: DrawnMap, filter: GroupFilter) {
    this.#explorer = explorer;
    this.#drawn = drawn;
    this.#filter = filter;
  }
}
