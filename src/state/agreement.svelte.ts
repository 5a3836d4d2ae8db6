import type { AgreementReport } from '../core/agreement/agreement.ts';
import { robustness, type Pair } from '../core/agreement/robust.ts';
import type { BundledCorpus } from '../core/corpus/bundle.ts';
import type { Corpus, Document } from '../core/corpus/model.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { CorrectionName } from '../core/space/correction.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import type { Explorer } from './explorer.svelte.ts';
import { embedReference } from './shipped.ts';

/** What a report depends on. */
export interface AgreementBasis {
  readonly corpus: Corpus;
  /** Whether a document is in the space. */
  readonly has: (id: string) => boolean;
  readonly choice: EncoderChoice | null;
  readonly correction: CorrectionName;
  /** Of the analysis space. */
  readonly revision: number;
  readonly reference: BundledCorpus | null;
}

export type AgreementPhase =
  | { readonly at: 'idle' }
  | { readonly at: 'embedding'; readonly done: number; readonly total: number }
  /** With the share that is done. */
  | { readonly at: 'measuring'; readonly done: number };

interface Made {
  readonly report: AgreementReport;
  /** Name of the other encoder; null if only corrections were compared. */
  readonly other: string | null;
  readonly basis: string;
}

/** Of the sample of a large corpus, so that the same corpus is always compared on the same documents. */
const SEED = 13;

/** How far other corrections, and another encoder, see in the corpus what is seen now. */
export class Agreements {
  phase = $state.raw<AgreementPhase>({ at: 'idle' });
  failure = $state.raw<AppError | null>(null);
  #made = $state.raw<Made | null>(null);
  readonly #basis: () => AgreementBasis;
  readonly #engine: Engine;
  #abort = new AbortController();

  /** The last report, as long as nothing that it depends on has changed. */
  readonly current = $derived.by(() => {
    const made = this.#made;
    return made?.basis === keyOf(this.#basis()) ? made : null;
  });
  /** Whether there was a report that holds no more. */
  readonly outdated = $derived(this.#made !== null && this.current === null);
  readonly #isRobust = $derived(this.current && robustness(this.current.report.robustness));

  /** @param basis what is on screen; read reactively */
  constructor(engine: Engine, basis: () => AgreementBasis) {
    this.#engine = engine;
    this.#basis = basis;
  }

  /** Compares what is seen now with all other corrections, and with another encoder under all of them. */
  async compare(other: EncoderChoice | null): Promise<void> {
    this.cancel();
    const { signal } = (this.#abort = new AbortController());
    const basis = this.#basis();
    if (!basis.choice) return;
    this.failure = null;
    try {
      const placed = [...basis.corpus.documents.values()].filter(({ id }) => basis.has(id));
      // Nobody downloads this who does not compare encoders.
      const { agreementSample } = await import('../core/agreement/sample.ts');
      const sample = agreementSample(placed, SEED);
      const theirs = other && (await this.#embed(other, basis, sample, signal));
      this.phase = { at: 'measuring', done: 0 };
      const report = await this.#engine.analysis.run(
        'agree',
        {
          encoder: basis.choice.spec.name,
          sample: sample.map(({ id }) => id),
          other: theirs,
        },
        { signal, onProgress: (done) => (this.phase = { at: 'measuring', done }) },
      );
      this.#made = { report, other: other?.spec.name ?? null, basis: keyOf(basis) };
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = AppError.from(thrown);
    }
    this.phase = { at: 'idle' };
  }

  /** From how many standpoints a pair is related, if it is from all; null if not, or if nobody asked. */
  robustIn({ document, scenario }: Pair): number | null {
    const robust = this.#isRobust?.(document, scenario) === true;
    return robust ? this.current!.report.robustness.standpoints : null;
  }

  /** Stops a comparison; what was embedded is kept for next time. */
  cancel(): void {
    this.#abort.abort();
    this.phase = { at: 'idle' };
  }

  async #embed(
    choice: EncoderChoice,
    { reference }: AgreementBasis,
    sample: readonly Document[],
    signal: AbortSignal,
  ) {
    const vectors = new Map<string, Float32Array<ArrayBuffer>>();
    this.phase = { at: 'embedding', done: 0, total: 1 };
    const neutral = reference
      ? await embedReference(this.#engine, choice, reference, { signal })
      : [];
    await embedDocuments(this.#engine.encoder, choice, sample, {
      signal,
      onProgress: (done, total) => (this.phase = { at: 'embedding', done, total }),
      onDocument: (id, rows) => vectors.set(id, rows),
    });
    return { name: choice.spec.name, dims: choice.spec.dims, reference: neutral, vectors };
  }
}

function keyOf({ choice, correction, revision }: AgreementBasis): string {
  return `${choice ? encoderKey(choice.spec) : ''} ${correction} ${revision}`;
}

const agreements = new WeakMap<Explorer, Agreements>();

/** The one of a page, made when something first asks for it. It outlives the component that does. */
export function agreementsOf(explorer: Explorer): Agreements {
  let known = agreements.get(explorer);
  if (!known) {
    $effect.root(() => {
      known = new Agreements(explorer.engine, () => ({
        corpus: explorer.session.corpus,
        has: (id) => explorer.embeddings.has(id),
        choice: explorer.encoders.current,
        correction: explorer.session.view.correction,
        revision: explorer.embeddings.revision,
        reference: explorer.reference,
      }));
      agreements.set(explorer, known);
    });
  }
  return known!;
}
