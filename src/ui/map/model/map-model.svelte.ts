import type { View } from '../../../core/project/view.ts';
import type { Explorer } from '../../../state/explorer.svelte.ts';
import { isAlone, only, toggled } from '../../filter.ts';
import { marksOf } from '../../groups.ts';
import * as stanceWords from '../../words/axes.ts';
import * as toolWords from '../../words/map-tools.ts';
import * as words from '../../words/map.ts';
import type { AxisLabels } from '../draw/axes.ts';
import { RegionLayer } from '../draw/region-layer.ts';
import type { Snapshot } from '../draw/snapshot.ts';
import { documentsAt, flagsOf } from '../gather/chosen.ts';
import type { Tool } from '../gather/outline.ts';
import { highlightOf, selectionAt } from '../look/highlight.ts';
import { legendOf, type LegendEntry } from '../look/legend.ts';
import { looksOf } from '../look/points.ts';
import { faithfulnessShading, relatednessShading, stanceShading } from '../look/shading.ts';
import { withStrangers } from '../look/strangers.ts';
import { sameCamera, type Camera } from '../place/camera.ts';
import { placeMap } from '../place/place.ts';
import { nearestTo, walk, type Direction } from '../place/walk.ts';
import { statusOf } from './status.ts';

/** A point in words. */
export interface PointWords {
  readonly title: string;
  readonly group: string;
  /** The text of a passage; null where points are documents. */
  readonly text: string | null;
}

/** What the map shows of the explorer, and what is done on it. */
export class MapModel {
  /** The point under the pointer. */
  hovered = $state<number | null>(null);
  /** The point that the keyboard is at. */
  cursor = $state<number | null>(null);
  /** What dragging does. */
  tool = $state<Tool>('move');
  /** Magnifies around the middle of the canvas; null while there is none. */
  magnify: ((factor: number) => void) | null = null;
  /** What is on the canvas, to be drawn elsewhere; null while there is none. */
  snapshot: (() => Snapshot | null) | null = null;
  /** What the live region says. */
  said = $state('');

  readonly #explorer: Explorer;
  readonly #view = $derived.by(() => this.#explorer.session.view);
  readonly #corpus = $derived.by(() =>
    this.#explorer.embeddings.inSpace(this.#explorer.session.corpus),
  );
  readonly #map = $derived.by(() => this.#explorer.atlas.map);
  readonly #colour = $derived(this.#view.colour);
  readonly #hidden = $derived(this.#view.hidden);
  readonly marks = $derived(marksOf(this.#corpus));
  readonly place = $derived(this.#map && placeMap(this.#map));
  /** What colour stands for, where that is a quantity. */
  readonly shading = $derived.by(() => {
    if (this.#colour === 'stance') return stanceShading(this.#explorer.stance.report, this.#corpus);
    if (this.#colour === 'faithfulness') {
      return faithfulnessShading(this.#map, this.#explorer.mapTrust.faithfulness);
    }
    if (this.#colour !== 'relatedness') return null;
    return relatednessShading(this.#explorer.relations.ranking.value, this.#view);
  });
  /** Why colour shows no quantity although one was asked for; null where it does, or none was. */
  readonly unshaded: string | null = $derived.by(() => {
    if (this.shading) return null;
    if (this.#colour === 'relatedness') {
      return this.#explorer.encoders.elsewhere ? words.noNeutral : words.chooseScenario;
    }
    if (this.#colour !== 'stance') return null;
    const { chosen, report } = this.#explorer.stance;
    if (!chosen) return stanceWords.noAxis;
    const name = stanceWords.axisName(chosen);
    return report ? stanceWords.unsupported(name) : stanceWords.notLearnt(name);
  });
  /** What the ends of the scale of tones mean, the low one first. */
  readonly ends: readonly [string, string] = $derived.by(() => {
    const { chosen } = this.#explorer.stance;
    if (this.#colour === 'faithfulness') return words.faithfulnessEnds;
    return this.#colour === 'stance' && chosen
      ? stanceWords.toneEnds(stanceWords.poles(chosen))
      : words.toneEnds.near;
  });
  /** Axes that colour can follow, by id; null where colour is something else. */
  readonly axisNames: Readonly<Record<string, string>> | null = $derived.by(() => {
    const { axes } = this.#explorer.stance;
    if (this.#colour !== 'stance' || axes.length === 0) return null;
    return Object.fromEntries(axes.map((axis) => [axis.id, stanceWords.axisName(axis)]));
  });
  readonly looks = $derived(
    this.place &&
      looksOf(
        this.place,
        this.#corpus,
        this.marks,
        { colour: this.#colour, hidden: this.#hidden },
        this.shading,
      ),
  );
  readonly highlight = $derived.by(() => {
    if (!this.place || !this.looks) return null;
    const { pending, value } = this.#explorer.relations.neighbours;
    const found = highlightOf(this.place, this.looks, this.#view, pending ? [] : (value ?? []));
    if (this.#colour !== 'faithfulness') return found;
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
  readonly legend = $derived(
    legendOf(this.#corpus, this.marks, { colour: this.#colour, hidden: this.#hidden }),
  );
  readonly status = $derived.by(() => {
    const { atlas, embeddings, phase } = this.#explorer;
    return statusOf({
      opening: phase === 'opening',
      documents: this.#corpus.documents.size,
      placed: this.#corpus.documents.size - embeddings.waiting - embeddings.absent.size,
      absent: embeddings.absent.size,
      view: this.#view,
      map: atlas.map,
      shown: this.looks?.order.length ?? 0,
      progress: atlas.progress,
      failure: atlas.failure,
    });
  });
  /** Of the encoder in use. */
  readonly encoderName = $derived.by(() => this.#explorer.encoders.current?.spec.name ?? '');
  readonly axes: AxisLabels | null = $derived.by(() => {
    const [across, up] = this.#map?.explained ?? [];
    if (across === undefined || up === undefined) return null;
    return { across: words.axis(1, across), up: words.axis(2, up) };
  });
  readonly camera: Camera | null = $derived(this.#view.camera);

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** The map in one line. */
  readonly summary = $derived.by(() =>
    words.summary(
      this.looks?.order.length ?? 0,
      this.legend.filter(({ hidden }) => !hidden).length,
      this.#map?.unit ?? this.#view.unit,
    ),
  );
  /** What must be known to read the picture. */
  readonly notes: readonly string[] = $derived.by(() => {
    if (!this.#map || !this.highlight) return [];
    const { neighbours, thread, selected } = this.highlight;
    const near = neighbours.length;
    const split = this.highlight.missing.size + this.highlight.strangers.length > 0;
    const kinds = split ? words.faithfulnessLines : words.lines(near, this.#map.unit);
    const lines = selected.length === 1 ? kinds : words.named(near);
    const { explained } = this.#map;
    const { found } = this;
    return [
      ...(found ? [toolWords.found(found.length)] : []),
      words.axesNote(explained),
      ...(near > 0 ? [lines] : []),
      ...(thread.length > 1 ? [words.thread] : []),
    ];
  });

  /** The axis that colour follows. */
  get axis(): string {
    return this.#explorer.stance.chosen?.id ?? '';
  }

  get view(): View {
    return this.#view;
  }

  /** Title, group and text of a point. */
  wordsOf(point: number): PointWords {
    const document = this.#corpus.documents.get(this.#map?.documents[point] ?? '');
    const passage = this.#map?.passages?.[point] ?? null;
    const span = passage === null ? undefined : document?.passages[passage];
    return {
      title: words.pointTitle(document?.title ?? '', passage),
      group: this.#corpus.groups.get(document?.group ?? '')?.name ?? '',
      text: (span && document?.text.slice(span.start, span.end)) ?? null,
    };
  }

  /** What is written beside a point, or for the whole document of a passage. */
  readonly label = (point: number, whole: boolean): string => {
    const title = this.#corpus.documents.get(this.#map?.documents[point] ?? '')?.title ?? '';
    return words.pointLabel(title, whole ? null : (this.#map?.passages?.[point] ?? null));
  };

  /** Selects a point; null clears the selection. */
  pick(point: number | null, more = false): void {
    if (!this.place || !this.looks) return;
    if (more && point !== null) return this.gatherAt(point);
    this.cursor = null;
    this.#explorer.session.show(selectionAt(this.place, this.looks, point, this.#view));
  }

  /** Gathers the documents of some points. @param more beside those that are gathered */
  gather(points: readonly number[], more: boolean): void {
    if (!this.place) return;
    const { gathered } = this.#explorer;
    const ids = documentsAt(this.place, points);
    if (more) gathered.add(ids);
    else gathered.set(ids);
    this.#sayGathered();
  }

  /** Gathers the document of a point, or lets it go. */
  gatherAt(point: number): void {
    const id = this.#map?.documents[point];
    if (id === undefined) return;
    this.#explorer.gathered.toggle(id);
    this.#sayGathered();
  }

  #sayGathered(): void {
    const { documents } = this.#explorer.gathered;
    const scenarios = documents.filter(({ role }) => role === 'evaluation').length;
    this.said = toolWords.said(documents.length - scenarios, scenarios);
  }

  /** One step back from what is being done on the map; false where there is none. */
  leave(): boolean {
    if (this.tool !== 'move') this.tool = 'move';
    else if (this.#explorer.gathered.ids.size > 0) this.#explorer.gathered.clear();
    else return false;
    return true;
  }

  /** Goes to the next point in a direction and says which; null at the edge of the map. */
  walk(direction: Direction, middle: Camera): number | null {
    if (!this.place || !this.looks) return null;
    const { shown } = this.looks;
    const [selected] = this.highlight?.selected ?? [];
    const from = this.cursor ?? selected;
    const to =
      from === undefined
        ? nearestTo(this.place, shown, middle.x, middle.y)
        : walk(this.place, shown, from, direction);
    if (to === null) {
      this.said = words.edge;
      return null;
    }
    this.cursor = to;
    const { title, group } = this.wordsOf(to);
    this.said = words.arrived(title, group);
    return to;
  }

  /** Remembers where the map was moved to. */
  moved(camera: Camera | null): void {
    const before = this.camera;
    const same = camera && before ? sameCamera(camera, before) : camera === before;
    if (!same) this.#explorer.session.show({ camera });
  }

  /** Magnifies around the middle of the canvas. */
  zoom(factor: number): void {
    this.magnify?.(factor);
  }

  /** Whether the table is shown instead of the picture. */
  get asTable(): boolean {
    return this.#view.map === 'table';
  }

  set asTable(table: boolean) {
    this.#explorer.session.show({ map: table ? 'table' : 'picture' });
  }

  /** Changes what the map shows; another picture is shown whole. */
  show(change: Partial<Pick<View, 'unit' | 'colour' | 'layout' | 'axis'>>): void {
    const another = change.unit !== undefined || change.layout !== undefined;
    const passage = change.unit === 'documents' ? { passage: null } : {};
    this.#explorer.session.show({ ...change, ...passage, ...(another && { camera: null }) });
  }

  /** Brings the whole map into view. */
  fit(): void {
    this.#explorer.session.show({ camera: null });
  }

  /** Hides or shows what an entry of the legend stands for. */
  toggle(entry: LegendEntry): void {
    this.#explorer.session.show({ hidden: toggled(this.#view.hidden, entry.groups) });
  }

  /** Shows only what an entry stands for; where that is all there is to see, everything. */
  isolate(entry: LegendEntry): void {
    const { hidden } = this.#view;
    const alone = isAlone(this.#corpus, hidden, entry.groups);
    this.#explorer.session.show({ hidden: alone ? [] : only(this.#corpus, entry.groups) });
  }

  /** Whether an entry of the legend is all that is shown. */
  isAlone(entry: LegendEntry): boolean {
    return isAlone(this.#corpus, this.#view.hidden, entry.groups);
  }

  showAll(): void {
    this.#explorer.session.show({ hidden: [] });
  }

  /** What is said of points that were put into the map as it stood; null where there are none. */
  readonly placed: string | null = $derived.by(() => {
    const { placed } = this.#explorer.atlas;
    return this.#map && placed > 0 ? words.placed(placed, this.#map.unit) : null;
  });

  /** Lays out all points anew. */
  layOutAgain(): void {
    void this.#explorer.atlas.layOutAgain();
  }

  /** Lays out anew after a failure. */
  retry(): void {
    const { atlas, embeddings } = this.#explorer;
    const { unit, layout: method } = this.#view;
    void atlas.show({ unit, method, revision: embeddings.revision, space: embeddings.space });
  }

  addDocuments(): void {
    this.#explorer.importer.open();
  }
}
