import type { Corpus } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import type { Judgement, Judgements } from '../core/exhibits/judgement.ts';
import type { Predictions } from '../core/exhibits/predictions.ts';
import type { ExhibitId } from '../core/project/view.ts';
import { CORRECTIONS, type CorrectionName } from '../core/space/correction.ts';
import type { Engine } from '../engine/engine.ts';
import { remember, remembered } from '../platform/memory.ts';
import { fetchPredictions } from '../platform/site.ts';

const VISITED = 'parable-exhibit';

/**
 * The exhibits of the demo: their predictions, frozen in a file before anything was computed, and what
 * became of them in the space of the encoder in use. They are judged when first looked at, under the
 * correction that was frozen and then under the others.
 */
export class Exhibits {
  predictions = $state.raw<Predictions | null>(null);
  judged = $state.raw<Judgements>(new Map());
  /** Share of the work done for the next correction; null while nothing is measured. */
  progress = $state<number | null>(null);
  failure = $state.raw<AppError | null>(null);
  /** Exhibits of which the reader has asked what came out. */
  revealed = $state.raw<ReadonlySet<ExhibitId>>(new Set());

  readonly #engine: Engine;
  #abort = new AbortController();
  /** What was measured last, or is being measured. */
  #asked = '';

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The exhibit that the reader was at last, for taking the tour up again. */
  get visited(): string | null {
    return remembered(VISITED);
  }

  /** Remembers where the tour was left. */
  visit(exhibit: ExhibitId): void {
    remember(VISITED, exhibit);
  }

  reveal(exhibit: ExhibitId): void {
    this.revealed = new Set([...this.revealed, exhibit]);
  }

  /**
   * Judges all predictions on the demo as shipped, all of which must be in the space. Asked again about
   * the same encoder, it does nothing.
   */
  async judge(demo: Corpus, encoder: string): Promise<void> {
    if (encoder === this.#asked) return;
    this.#asked = encoder;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.judged = new Map();
    this.failure = null;
    this.progress = 0;
    try {
      const predictions = (this.predictions ??= await fetchPredictions());
      const [first, ...others] = inOrder(predictions.settings.correction);
      for (const correction of [first!, ...others]) {
        const judged = await this.#judge(demo, predictions, correction, signal);
        if (signal.aborted) return;
        this.judged = new Map([...this.judged, [correction, judged]]);
      }
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = AppError.from(thrown);
      this.#asked = '';
    }
    this.progress = null;
  }

  #judge(
    { documents, groups }: Corpus,
    { predictions, settings }: Predictions,
    correction: CorrectionName,
    signal: AbortSignal,
  ): Promise<readonly Judgement[]> {
    const described = [...documents.values()].map(({ id, group, meta }) => ({
      id,
      group: groups.get(group)?.name ?? '',
      meta,
    }));
    return this.#engine.analysis.run(
      'exhibits',
      { documents: described, predictions, settings, correction },
      { signal, onProgress: (done) => (this.progress = done) },
    );
  }
}

/** The correction that predictions were frozen with, then the others. */
function inOrder(frozen: string): CorrectionName[] {
  return CORRECTIONS.toSorted((a, b) => Number(b === frozen) - Number(a === frozen));
}
