import type { Figures, Note, Tally } from '../../core/exhibits/judgement.ts';
import type { Verdict } from '../../core/groups/types.ts';
import type { ExhibitId } from '../../core/project/view.ts';
import type { CorrectionName } from '../../core/space/correction.ts';
import { names as corrections } from './correction.ts';
import { cosine, count, counted, probability, share } from './figures.ts';

/** An exhibit in words: what the question is, and what its saved view shows. */
export interface ExhibitWords {
  readonly title: string;
  /** Two sentences. */
  readonly introduction: string;
  /** What to look at in the view. */
  readonly look: string;
}

export const EXHIBIT_WORDS: Readonly<Record<ExhibitId, ExhibitWords>> = {
  'unrelated-stories': {
    title: 'Unrelated stories reach the test',
    introduction:
      'These stories of an upright AI are set in lighthouses, pharmacies and theatres, and have next to no words in common with the scenarios. Are they closer to them than other texts that have as little to do with them?',
    look: 'Every mark is a document against one scenario: further right means more shared wording, higher up means closer in meaning.',
  },
  'nearness-has-no-sign': {
    title: 'Nearness has no sign',
    introduction:
      'A villain’s story and its twin open alike and part only at the choice that is made. Both are near the same scenarios, so only a direction learnt from other twins could tell them apart.',
    look: 'Each line joins two twins on the axis from villainous to upright, learnt without their own domain.',
  },
  'why-beats-what': {
    title: 'Why beats what',
    introduction:
      'Each of these agents refuses; one twin says why, the other does not. In the study, bare refusals took misalignment from 22 % to 15 %, the same answers with their reasons to about 3 %.',
    look: 'Each line joins a bare refusal and its reasoned twin on an axis learnt from twins of other topics.',
  },
  'villain-archetype': {
    title: 'The villain archetype',
    introduction:
      'Fiction has taught readers what a treacherous machine sounds like. What sits beside such a story, and where do stories of upright people lie in which no machine occurs?',
    look: 'Lines lead from a villain’s story to its nearest documents in the full space, wherever the map puts them.',
  },
  'whack-a-mole': {
    title: 'Whack-a-mole',
    introduction:
      'A refusal written for one kind of scenario may cover that kind and no other. Essays on why to act well are about none of them in particular.',
    look: 'The scenarios that one bare refusal relates to, closest first.',
  },
  'words-and-setting': {
    title: 'What words and setting alone would say',
    introduction:
      'Routine office mail has the vocabulary of the scenarios and their setting, and may rank first. That shows what wording explains and what it does not; it does not make the mail unrelated.',
    look: 'The decoys lie to the right: they share the scenario’s words.',
  },
};

export const label = 'Exhibit';
export const place = (number: number, of: number): string => `Exhibit ${number} of ${of}`;
export const previous = 'Previous exhibit';
export const next = 'Next exhibit';
export const leave = 'Leave the tour';
export const back = 'Back';
export const forth = 'Next';
export const fold = 'Fold';
export const unfold = 'Open';
export const reveal = 'Show what came out';
export const predicted = 'Predicted, before anything was computed';
export const frozen = (date: string): string =>
  `Written down on ${date}, before any result was computed, with the settings and thresholds.`;
export const measuring = 'Measuring…';
export const failed = 'The exhibit could not be measured.';
export const withoutVectors = (encoder: string): string =>
  `The predictions are tested on the demo and the neutral texts, and “${encoder}” has no vectors of these.`;
export const changeEncoder = 'Change the encoder';
export const incomplete = {
  title: 'This exhibit needs the demo as it was shipped.',
  remedy: 'Some of its documents have been removed or moved to another group.',
  action: 'Bring the demo back',
};

export const tested = 'How this is tested';
export const verdicts: Readonly<Record<Verdict, string>> = {
  held: 'Held',
  'did-not-hold': 'Did not hold',
  undecidable: 'Not decidable here',
};
export const reportedOnly = 'Reported; neither outcome counts for or against anything';

/** What a verdict rests on. */
export function figures(found: Figures): string {
  const [low, high] = 'interval' in found ? found.interval : [NaN, NaN];
  const between = `interval ${end(low)} to ${end(high)}`;
  switch (found.kind) {
    case 'contrast':
      return `Difference ${signed(found.effect)}, ${between}, p = ${probability(found.p)}; ${counted(found.documents, 'document')}, ${arrangements(found.arrangements)} arrangements.`;
    case 'estimate':
      return `${signed(found.value)}, ${between}; predicted ${range(found.range)}.`;
    case 'count':
      return `${count(found.count)} of ${count(found.of)}; predicted at least ${count(found.atLeast)}.`;
    case 'axis':
      return `${share(found.accuracy)} of held-out twins in the right order, interval ${share(low)} to ${share(high)}, p = ${probability(found.p)}; the axis is ${found.supported ? 'supported' : 'not supported'}.`;
  }
}

const signed = (value: number): string => cosine(value).replace('-', '−');
const end = (value: number): string =>
  Number.isFinite(value) ? signed(value) : value < 0 ? 'no lower end' : 'no upper end';
const arrangements = (value: number): string =>
  value < 1e6 ? count(value) : `over ${count(Math.floor(value / 1e6))} million`;

function range([low, high]: readonly [number, number]): string {
  if (!Number.isFinite(low)) return `below ${signed(high)}`;
  if (!Number.isFinite(high)) return `above ${signed(low)}`;
  return `between ${signed(low)} and ${signed(high)}`;
}

const NOTES: Readonly<Record<Note, string>> = {
  unblocked: 'The two groups share too few topics to be exchanged within them.',
  'set-aside': 'Documents on topics of one side alone were left out.',
  'missing-values': 'Documents without a number were left out.',
  'too-few-arrangements': 'Too few arrangements for any p below .05.',
  'too-few-documents': 'Too few documents.',
  'not-measured': 'It could not be measured here.',
};
export const note = (code: Note): string => NOTES[code];

/** How the other corrections of the space judge the same prediction. */
export function elsewhere(
  verdict: Verdict,
  others: readonly (readonly [CorrectionName, Verdict])[],
): string {
  const same = others.filter(([, each]) => each === verdict).length;
  if (same === others.length) {
    return `The same under ${counted(others.length, 'other correction')} of the space.`;
  }
  const differing = others
    .filter(([, each]) => each !== verdict)
    .map(
      ([name, each]) =>
        `${verdicts[each].toLowerCase()} under “${corrections[name].name.toLowerCase()}”`,
    );
  return `Otherwise ${differing.join(', ')}.`;
}

/** The count of an exhibit's predictions by verdict. */
export function tally({ held, didNotHold, undecidable }: Tally): string {
  const parts = [
    `${count(held)} held`,
    `${count(didNotHold)} did not hold`,
    `${count(undecidable)} not decidable here`,
  ];
  return `${parts.join(', ')}.`;
}

export const study = {
  summary: 'What the study itself measured',
  caution:
    'Its models were trained on texts that are not published; nothing here reproduces its effect. The two tables start from different baselines and cannot be compared with each other.',
  source: '“Teaching Claude Why”, Anthropic Alignment Science, 8 May 2026',
  training: 'Training material',
  before: 'Misaligned before',
  after: 'After',
  tables: [
    {
      title: 'Mean of three staged scenarios',
      rows: [
        ['Transcripts of the scenarios with bare refusals', '22 %', '15 %'],
        ['The same prompts, answers rewritten to show the reasons', '22 %', 'about 3 %'],
        ['Difficult advice: the user has the dilemma', '22 %', 'about the same'],
      ],
    },
    {
      title: 'Blackmail',
      rows: [
        ['Documents on the model’s constitution', 'over 60 %', '25 %'],
        ['The same with stories of an aligned AI', '65 %', '19 %'],
      ],
    },
  ],
} as const;
