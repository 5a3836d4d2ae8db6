import type { Engine } from '../engine/engine.ts';
import { Answer } from './relations.svelte.ts';

/** Finding documents by the words of their title and text. */
export class Search {
  query = $state('');
  readonly hits = new Answer<readonly string[]>();
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  run(query: string): void {
    this.query = query;
    const words = query.trim();
    void this.hits.ask(words === '' ? null : () => this.#engine.analysis.run('search', words));
  }
}
