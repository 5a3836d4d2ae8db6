import type { View } from '../../../core/project/view.ts';
import type { Explorer } from '../../../state/explorer.svelte.ts';
import * as words from '../../words/map.ts';
import type { Snapshot } from '../draw/snapshot.ts';
import { selectionAt } from '../look/highlight.ts';
import { sameCamera, type Camera } from '../place/camera.ts';
import { nearestTo, walk, type Direction } from '../place/walk.ts';
import { DrawnMap } from './drawn-map.svelte.ts';
import { Gathering } from './gathering.svelte.ts';
import { GroupFilter } from './group-filter.svelte.ts';
import { MapCaption } from './map-caption.svelte.ts';
import { MapColour } from './map-colour.svelte.ts';

/** The map that is on screen: what it shows of the explorer, and what is done on it. */
export class MapModel {
  /** The point under the pointer. */
  hovered = $state<number | null>(null);
  /** The point that the keyboard is at. */
  cursor = $state<number | null>(null);
  /** What the live region says. */
  said = $state('');
  /** Magnifies around the middle of the canvas; null while there is none. */
  magnify: ((factor: number) => void) | null = null;
  /** What is on the canvas, to be drawn elsewhere; null while there is none. */
  snapshot: (() => Snapshot | null) | null = null;

  readonly colour: MapColour;
  readonly drawn: DrawnMap;
  readonly filter: GroupFilter;
  readonly caption: MapCaption;
  readonly gathering: Gathering;
  readonly #explorer: Explorer;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
    this.colour = new MapColour(explorer);
    this.drawn = new DrawnMap(explorer, this.colour);
    this.filter = new GroupFilter(explorer.session, this.drawn);
    this.caption = new MapCaption(explorer, this.drawn, this.filter);
    this.gathering = new Gathering(explorer.gathered, this.drawn, (said) => (this.said = said));
  }

  get view(): View {
    return this.#explorer.session.view;
  }

  /** Where the map was moved to; null where it is shown whole. */
  get camera(): Camera | null {
    return this.view.camera;
  }

  /** Whether the table is shown instead of the picture. */
  get asTable(): boolean {
    return this.view.map === 'table';
  }

  set asTable(table: boolean) {
    this.#explorer.session.show({ map: table ? 'table' : 'picture' });
  }

  /** Selects a point; null clears the selection. @param more gathers it instead */
  pick(point: number | null, more = false): void {
    const { place, looks } = this.drawn;
    if (!place || !looks) return;
    if (more && point !== null) return this.gathering.toggle(point);
    this.cursor = null;
    this.#explorer.session.show(selectionAt(place, looks, point, this.view));
  }

  /** Goes to the next point in a direction and says which; null at the edge of the map. */
  walk(direction: Direction, middle: Camera): number | null {
    const { highlight, looks, place } = this.drawn;
    if (!place || !looks) return null;
    const { shown } = looks;
    const [selected] = highlight?.selected ?? [];
    const from = this.cursor ?? selected;
    const to =
      from === undefined
        ? nearestTo(place, shown, middle.x, middle.y)
        : walk(place, shown, from, direction);
    if (to === null) {
      this.said = words.edge;
      return null;
    }
    this.cursor = to;
    const { title, group } = this.drawn.wordsOf(to);
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

  /** Brings the whole map into view. */
  fit(): void {
    this.#explorer.session.show({ camera: null });
  }

  /** Changes what the map shows; another picture is shown whole. */
  show(change: Partial<Pick<View, 'unit' | 'colour' | 'layout' | 'axis'>>): void {
    const another = change.unit !== undefined || change.layout !== undefined;
    const passage = change.unit === 'documents' ? { passage: null } : {};
    this.#explorer.session.show({ ...change, ...passage, ...(another && { camera: null }) });
  }

  /** Lays out all points anew. */
  layOutAgain(): void {
    void this.#explorer.atlas.layOutAgain();
  }

  /** Lays out anew after a failure. */
  retry(): void {
    const { atlas, embeddings } = this.#explorer;
    const { unit, layout: method } = this.view;
    void atlas.show({ unit, method, revision: embeddings.revision, space: embeddings.space });
  }

  addDocuments(): void {
    this.#explorer.importer.open();
  }
}
