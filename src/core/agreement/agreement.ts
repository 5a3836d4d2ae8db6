import { CORRECTIONS, type CorrectionName } from '../space/correction.ts';
import { compareSights, type Agreement } from './compare.ts';
import { countPasses, type Robustness } from './robust.ts';
import { measureFrom, type EncodedCorpus, type Sight } from './standpoint.ts';

/** What stays and what changes when the same corpus is looked at from elsewhere. */
export interface AgreementReport {
  /** The two encoders under each correction; empty without another encoder. */
  readonly encoders: readonly Agreement[];
  /** The correction in use against each other one, by the encoder in use. */
  readonly corrections: readonly Agreement[];
  readonly robustness: Robustness;
  /** Training documents and scenarios that were compared. */
  readonly compared: { readonly documents: number; readonly scenarios: number };
}

/**
 * Looks at a corpus from all corrections of one encoder or two, and compares them (docs/methods.md §8).
 * Yields the share of the work done, in (0, 1].
 *
 * @param own the corpus by the encoder in use
 * @param other the same documents by another one, or null
 * @param correction in use
 */
export async function* agreementInSteps(
  own: EncodedCorpus,
  other: EncodedCorpus | null,
  correction: CorrectionName,
  seed: number,
): AsyncGenerator<number, AgreementReport> {
  const corpora = other ? [own, other] : [own];
  const sights: Sight[] = [];
  const all = corpora.length * CORRECTIONS.length;
  for (const corpus of corpora) {
    for (const each of CORRECTIONS) {
      const work = await measureFrom(corpus, each, seed);
      for (;;) {
        const step = work.next();
        if (step.done) {
          sights.push(step.value);
          break;
        }
        yield (sights.length + step.value) / all;
      }
    }
  }
  const mine = sights.slice(0, CORRECTIONS.length);
  const theirs = sights.slice(CORRECTIONS.length);
  const here = mine[CORRECTIONS.indexOf(correction)]!;
  const encoders: Agreement[] = [];
  for (const [i, sight] of theirs.entries()) {
    encoders.push(compareSights(mine[i]!, sight));
    yield 1;
  }
  const corrections: Agreement[] = [];
  for (const sight of mine) {
    if (sight !== here) corrections.push(compareSights(here, sight));
    yield 1;
  }
  const { documents, scenarios } = here.scores;
  return {
    encoders,
    corrections,
    robustness: countPasses(sights, here),
    compared: { documents: documents.length, scenarios: scenarios.length },
  };
}
