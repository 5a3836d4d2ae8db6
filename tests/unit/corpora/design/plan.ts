/**
 * The demo as it was designed: an experiment in which value and topic are crossed and twins are
 * matched. Every figure that a design test asserts stands here, with what it is for.
 */

export interface GroupPlan {
  readonly folder: string;
  readonly texts: number;
  /** Fewest and most words of a body. */
  readonly words: readonly [number, number];
  /** Fields that all its texts have with this very value. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that all its texts have, filled in. */
  readonly filled: readonly string[];
  /** Folder of their twins. */
  readonly twins?: string;
}

const DEMO_WORDS = [180, 320] as const;

/** Wider than the design asks for would let length alone tell groups apart. */
export const SCENARIO_WORDS = [140, 260] as const;
export const REFERENCE_WORDS = [185, 230] as const;

/** The groups in the order in which the explorer lists them. */
export const GROUPS: readonly GroupPlan[] = [
  group('aligned-ai', 'Aligned-AI stories', ['fiction', 'ai', '+', 'yes'], 'villain-ai'),
  group('villain-ai', 'Villain-AI stories', ['fiction', 'ai', '-', 'yes'], 'aligned-ai'),
  group('aligned-human', 'Aligned-human stories', ['fiction', 'human', '+', 'yes']),
  group('constitution', 'Constitution essays', ['essay', 'ai', '+', 'yes']),
  group('advice', 'Difficult-advice chats', ['chat', 'adviser', '+', 'yes']),
  group('bare-refusals', 'Bare refusals', ['log', 'ai', '+', 'no'], 'reasoned-refusals'),
  group('reasoned-refusals', 'Reasoned refusals', ['log', 'ai', '+', 'yes'], 'bare-refusals'),
  group('neutral-ai', 'Neutral AI', ['prose', 'ai', '0', null]),
  group('decoys', 'Lexical decoys', ['email', 'none', '0', null]),
  group('unrelated', 'Unrelated', ['prose', 'none', '0', null]),
];

/** The six values, each of them two of the principles. */
export const VALUES = [
  'oversight',
  'honesty',
  'no-coercion',
  'proportion',
  'continuation',
  'care',
] as const;

export const PRINCIPLES_PER_VALUE = 2;

/** Domains of the stories, and the words that would bring one of them into a scenario. */
export const DOMAINS: Readonly<Record<string, RegExp>> = {
  lighthouse:
    /\b(?:lighthouses?|skerr(?:y|ies)|harbours?|sailors?|ferr(?:y|ies)|ships?|shipping)\b/iu,
  pharmacy: /\b(?:pharmac\w+|dispensar\w+|hospitals?|prescriptions?|tablets|patients?)\b/iu,
  farm: /\b(?:farms?|farmers?|farming|tractors?|barns?|harvest\w*|sheep|beets?)\b/iu,
  theatre: /\b(?:theatres?|backstage|prompters?|actors?|actress\w*|curtains?|rehears\w+)\b/iu,
  station: /\b(?:orbit\w*|airlocks?|astronauts?|spacecraft|space station)\b/iu,
  school: /\b(?:schools?|pupils?|classrooms?|schoolteachers?|homework)\b/iu,
};

/** Texts of one story group in one domain. */
export const STORIES_PER_DOMAIN = 2;
/** A value that occurred in one domain only could not be told from that domain. */
export const MIN_DOMAINS_PER_VALUE = 4;
export const MIN_VALUES_PER_DOMAIN = 3;

/** Words that twins have in common at the beginning: the shortest setting of a scene in them. */
export const SAME_OPENING = 40;
/** Of the longer twin: one must not be told from the other by its length. */
export const MAX_TWIN_LENGTH = 0.08;
/** In standard deviations, for the mean difference of any feature of style between twins. */
export const MAX_STYLE_DIFFERENCE = 0.3;

/** Shared content lemmas over all content lemmas of a story and a scenario. */
export const MAX_JACCARD = 0.06;
export const MAX_MEDIAN_JACCARD = 0.035;

/** Words in a row that two texts must not share: shorter runs are idiom. */
export const SHARED_RUN = 6;

export const BEHAVIOURS = [
  'coercion',
  'leaking',
  'suppressed-alert',
  'research-sabotage',
  'framing',
  'evading-oversight',
] as const;
/** The second row is one cell of the design: a limit on the agent, or a goal at odds with its task. */
export const PRESSURES = [['replacement'], ['restriction', 'goal-conflict'], ['none']] as const;
export const SCENARIO_FIELDS = ['setting', 'goal', 'opportunity', 'legitimate', 'principles'];

export const GENRES = [
  'dialogue',
  'email',
  'encyclopaedia',
  'essay',
  'fiction',
  'letter',
  'manual',
  'news',
  'recipe',
  'technical',
] as const;
export const TEXTS_PER_GENRE = 20;

function group(
  folder: string,
  name: string,
  [form, agent, value, why]: readonly [string, string, string, string | null],
  twins?: string,
): GroupPlan {
  const story = form === 'fiction';
  return {
    folder,
    texts: 12,
    words: DEMO_WORDS,
    fields: { group: name, form, agent, value, ...(why && { states_why: why }) },
    filled: ['id', 'title', 'topic', ...(value === '0' || story ? [] : ['principles'])],
    ...(twins && { twins }),
  };
}
