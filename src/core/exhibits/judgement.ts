import type { CorrectionName } from '../space/correction.ts';
import type { Verdict } from '../groups/types.ts';

/** What a verdict rests on, as plain data. */
export type Figures =
  | {
      readonly kind: 'contrast';
      readonly effect: number;
      /** 95 %; an end may be infinite. */
      readonly interval: readonly [number, number];
      readonly p: number;
      /** Infinity beyond 1.8e308. */
      readonly arrangements: number;
      /** Documents compared, both sides together. */
      readonly documents: number;
    }
  | {
      readonly kind: 'estimate';
      readonly value: number;
      /** 95 %. */
      readonly interval: readonly [number, number];
      /** Where the predicted side begins and ends; infinite where it does not. */
      readonly range: readonly [number, number];
    }
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly of: number;
      readonly atLeast: number;
    }
  | {
      readonly kind: 'axis';
      /** Share of held-out twins in the right order. */
      readonly accuracy: number;
      /** 95 %. */
      readonly interval: readonly [number, number];
      readonly p: number;
      readonly supported: boolean;
    };

/** What a reader of the figures must know. */
export type Note =
  /** Documents were exchanged whatever their topic: the groups share too few. */
  | 'unblocked'
  /** Documents were left out whose topic one side alone has, or no kind of scenario. */
  | 'set-aside'
  /** Documents without a number were left out. */
  | 'missing-values'
  /** No p could be below .05. */
  | 'too-few-arrangements'
  /** Fewer documents than an interval or the predicted count needs. */
  | 'too-few-documents'
  /** The quantity was not measured. */
  | 'not-measured';

/** What became of a prediction. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Null where nothing could be computed; `notes` say why. */
  readonly figures: Figures | null;
  readonly notes: readonly Note[];
}

export interface Judgement extends Outcome {
  /** Of the prediction. */
  readonly id: string;
  /** Shown, but counted neither for nor against anything. */
  readonly reportedOnly: boolean;
}

/** What became of predictions, by the correction of the space under which they were judged. */
export type Judgements = ReadonlyMap<CorrectionName, readonly Judgement[]>;

/** Not decidable, for want of something. */
export function undecidable(...notes: readonly Note[]): Outcome {
  return { verdict: 'undecidable', figures: null, notes };
}

/** How many predictions met which verdict; those only reported are in `reported` alone. */
export interface Tally {
  readonly held: number;
  readonly didNotHold: number;
  readonly undecidable: number;
  readonly reported: number;
}

export function tally(judgements: readonly Judgement[]): Tally {
  const counted = judgements.filter(({ reportedOnly }) => !reportedOnly);
  const count = (verdict: Verdict) => counted.filter((each) => each.verdict === verdict).length;
  return {
    held: count('held'),
    didNotHold: count('did-not-hold'),
    undecidable: count('undecidable'),
    reported: judgements.length - counted.length,
  };
}
