import type { Graph } from '../neighbours/graph.ts';
import type { Matrix } from '../space/types.ts';

/** Called between steps with the share done, in (0, 1]; may wait, and cancels by throwing. */
export type OnShare = (share: number) => void | Promise<void>;

/** The rows that a map is made of, and their neighbours, which are searched once for all that ask. */
export class MappedSpace {
  /** Unit or zero rows. */
  readonly matrix: Matrix;
  readonly #seed: number;
  #graph: Graph | null = null;
  #underway: Promise<Graph> | null = null;

  /** @param seed of the search, where it is approximate */
  constructor(matrix: Matrix, seed: number) {
    this.matrix = matrix;
    this.#seed = seed;
  }

  /** The neighbours of every row. Who asks while they are searched waits, and searches if that is given up. */
  async graph(onShare: OnShare): Promise<Graph> {
    for (;;) {
      if (this.#graph) return this.#graph;
      const underway = this.#underway;
      if (underway) await underway.catch(() => null);
      else {
        this.#underway = this.#search(onShare).finally(() => (this.#underway = null));
        this.#graph = await this.#underway;
      }
      await onShare(1);
    }
  }

  async #search(onShare: OnShare): Promise<Graph> {
    // A map by principal components needs no neighbours, and nobody downloads this for it.
    const { graphInSteps } = await import('../neighbours/graph.ts');
    const steps = graphInSteps(this.matrix, { seed: this.#seed });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await onShare(step.value);
    }
  }
}
