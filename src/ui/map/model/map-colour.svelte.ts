import type { Explorer } from '../../../state/explorer.svelte.ts';
import * as stanceWords from '../../words/axes.ts';
import * as words from '../../words/map.ts';
import { faithfulnessShading, relatednessShading, stanceShading } from '../look/shading.ts';

/** What the colour of marks stands for. All of it follows the explorer. */
export class MapColour {
  readonly #explorer: Explorer;
  readonly #colour = $derived.by(() => this.#explorer.session.view.colour);
  /** The quantity that colour stands for; null where it stands for none, or none is known. */
  readonly shading = $derived.by(() => {
    const { atlas, embeddings, mapTrust, relations, session, stance } = this.#explorer;
    if (this.#colour === 'stance') {
      return stanceShading(stance.report, embeddings.inSpace(session.corpus));
    }
    if (this.#colour === 'faithfulness') {
      return faithfulnessShading(atlas.map, mapTrust.faithfulness);
    }
    if (this.#colour !== 'relatedness') return null;
    return relatednessShading(relations.ranking.value, session.view);
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
    if (this.#colour === 'faithfulness') return words.faithfulnessEnds;
    // Which axes there are depends on every document: nobody asks but this colour.
    const chosen = this.#colour === 'stance' ? this.#explorer.stance.chosen : null;
    return chosen ? stanceWords.toneEnds(stanceWords.poles(chosen)) : words.toneEnds.near;
  });
  /** Axes that colour can follow, by id; null where colour is something else. */
  readonly axisNames: Readonly<Record<string, string>> | null = $derived.by(() => {
    if (this.#colour !== 'stance') return null;
    const { axes } = this.#explorer.stance;
    if (axes.length === 0) return null;
    return Object.fromEntries(axes.map((axis) => [axis.id, stanceWords.axisName(axis)]));
  });

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** The axis that colour follows. */
  get axis(): string {
    return this.#explorer.stance.chosen?.id ?? '';
  }
}
