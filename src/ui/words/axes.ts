import type { OfferedAxis } from '../../state/stance.svelte.ts';
import { fieldName } from './fields.ts';

/** What an axis of the reader's own is called until it has a name. */
export const UNNAMED = {
  axis: 'Unnamed axis',
  pole: { positive: 'one pole', negative: 'other pole' },
} as const;

/** The ends of an axis, that which counts as more first. */
export interface Poles {
  readonly positive: string;
  readonly negative: string;
}

const FIELD_POLES: Readonly<Record<string, Poles>> = {
  value: { positive: 'for the values', negative: 'against them' },
  states_why: { positive: 'says why', negative: 'does not say why' },
};

export function axisName({ field, own }: Pick<OfferedAxis, 'field' | 'own'>): string {
  return own ? own.name.trim() || UNNAMED.axis : fieldName(field ?? '');
}

export function poles({ field, own }: Pick<OfferedAxis, 'field' | 'own'>): Poles {
  if (own) {
    return {
      positive: own.positive.trim() || UNNAMED.pole.positive,
      negative: own.negative.trim() || UNNAMED.pole.negative,
    };
  }
  const name = fieldName(field ?? '');
  return FIELD_POLES[field ?? ''] ?? { positive: `${name}: yes`, negative: `${name}: no` };
}

export const unsupported = (name: string): string =>
  `The axis “${name}” is not supported, so it colours nothing.`;
export const notLearnt = (name: string): string => `The axis “${name}” is being learnt.`;
export const noAxis =
  'No axis to colour by: the corpus offers none. The Stance view lets you make one.';
export const axisChoice = 'Axis';
/** Ends of the map's scale of tones. */
export const toneEnds = ({ positive, negative }: Poles): readonly [string, string] => [
  `most “${negative}” here`,
  `most “${positive}” here`,
];
