import type { Gathered } from '../../../state/gathered.svelte.ts';
import * as words from '../../words/map-tools.ts';
import { documentsAt } from '../gather/chosen.ts';
import type { Tool } from '../gather/outline.ts';
import type { DrawnMap } from './drawn-map.svelte.ts';

/** Gathers documents on the map. */
export class Gathering {
  /** What dragging does. */
  tool = $state<Tool>('move');

  readonly #gathered: Gathered;
  readonly #drawn: DrawnMap;
  readonly #say: (words: string) => void;

  /** @param say tells those who do not see the map what has been gathered */
  constructor(gathered: Gathered, drawn: DrawnMap, say: (words: string) => void) {
    this.#gathered = gathered;
    this.#drawn = drawn;
    this.#say = say;
  }

  /** Gathers the documents of some points. @param more beside those that are gathered */
  gather(points: readonly number[], more: boolean): void {
    if (!this.#drawn.place) return;
    const ids = documentsAt(this.#drawn.place, points);
    if (more) this.#gathered.add(ids);
    else this.#gathered.set(ids);
    this.#sayGathered();
  }

  /** Gathers the document of a point, or lets it go. */
  toggle(point: number): void {
    const id = this.#drawn.place?.map.documents[point];
    if (id === undefined) return;
    this.#gathered.toggle(id);
    this.#sayGathered();
  }

  /** Puts the tool away, else lets go of what is gathered; false where there is neither. */
  leave(): boolean {
    if (this.tool !== 'move') this.tool = 'move';
    else if (this.#gathered.ids.size > 0) this.#gathered.clear();
    else return false;
    return true;
  }

  #sayGathered(): void {
    const { documents } = this.#gathered;
    const scenarios = documents.filter(({ role }) => role === 'evaluation').length;
    this.#say(words.said(documents.length - scenarios, scenarios));
  }
}
