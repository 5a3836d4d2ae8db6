import type { Corpus } from '../core/corpus/model.ts';
import { allTwins } from '../core/corpus/twins.ts';
import type { Engine } from '../engine/engine.ts';
import type { KnownVectors } from './known-vectors.ts';

/** What enters the space and what leaves it. */
export type SpaceUpdate = Parameters<Engine['updateSpace']>[0];

/** Which documents are in the analysis space. */
export class SpaceDocuments {
  readonly #engine: Engine;
  readonly #ids = new Set<string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  clear(): void {
    this.#ids.clear();
  }

  /** What brings the space in line with a corpus, as far as there are vectors. */
  missing(corpus: Corpus, known: KnownVectors): SpaceUpdate {
    const { documents } = corpus;
    const twins = allTwins(corpus);
    const remove = [...this.#ids].filter((id) => !documents.has(id));
    const add = [...documents.values()].flatMap((document) => {
      const vectors = known.of(document.id);
      if (!vectors || this.#ids.has(document.id)) return [];
      const { id, role, title, text, passages } = known.cut(document);
      return [{ id, role, title, text, passages, vectors, twin: twins.get(id) ?? null }];
    });
    return { add, remove };
  }

  /** Counts an update as made from now on, and makes it. @throws what the analysis throws; nothing has entered then */
  async make(update: SpaceUpdate): Promise<void> {
    for (const id of update.remove) this.#ids.delete(id);
    for (const { id } of update.add) this.#ids.add(id);
    if (update.add.length + update.remove.length === 0) return;
    try {
      await this.#engine.updateSpace(update);
    } catch (thrown) {
      for (const { id } of update.add) this.#ids.delete(id);
      throw thrown;
    }
  }
}
