import type {
  AxisReport,
  AxisScore,
  Pole,
  SupportReason,
  Validation,
} from '../../core/stance/types.ts';
import { AXIS_MIN_EXAMPLES, AXIS_MIN_TOPICS } from '../../core/limits.ts';
import type { TopicReport } from '../../core/stance/topic-report.ts';
import type { Contrast } from '../../core/stance/crossed-contrast.ts';
import type { Probe } from '../../core/stance/topic-probe.ts';
import { chance, count, counted, share, signed, tenths } from './figures.ts';
import { UNNAMED, type Poles } from './axes.ts';

export { axisName, poles, type Poles } from './axes.ts';

export const label = 'Stance';
export const title = 'What documents lean to';
export const about =
  'An axis leads from one pole to the other, learnt from texts that differ in it. It counts only if it puts texts on topics that it has not seen the right way round.';
export const gallery = 'Axes';

export const ofPole = ({ positive, negative }: Poles, pole: Pole): string =>
  pole === 1 ? positive : negative;

export const supported = 'Supported';
export const notSupported = 'Not supported';
export const learning = 'Learning…';
export const waiting = 'Learnt once all documents are embedded';
export const failed = 'The axis could not be learnt';
export const yours = 'yours';

/** What an axis is learnt from: "12 twins on 6 topics". */
export function learntFrom({ used, topics }: AxisReport): string {
  const on = topics.length === 0 ? 'without topics' : `on ${counted(topics.length, 'topic')}`;
  if (used.kind === 'paired') return `${counted(used.twins.length, 'pair')} of twins ${on}`;
  const positives = used.examples.filter(({ pole }) => pole === 1).length;
  const negatives = used.examples.length - positives;
  return `${count(positives)} and ${counted(negatives, 'example')} ${on}`;
}

/** "9 of 12 twins" */
export function inOrder({ right, of }: Validation, kind: AxisReport['kind']): string {
  return `${tenths(right)} of ${counted(of, kind === 'paired' ? 'twin' : 'pair')}`;
}
export const untested = 'nothing to test on';
export const rightWayTitle = 'Right way round';
export const interval = ([low, high]: readonly [number, number]): string =>
  `interval ${share(low)} to ${share(high)}`;
export const p = (value: number): string => `p ${chance(value)}`;
/** How p came about: "in all 2,048 ways of exchanging poles". */
export const draws = ({ draws, exact }: Validation): string =>
  exact
    ? `over all ${count(draws)} ways of exchanging poles`
    : `over ${count(draws)} random exchanges of poles`;

export function reason(of: SupportReason, { used, topics, validation }: AxisReport): string {
  switch (of) {
    case 'few-twins': {
      const twins = used.kind === 'paired' ? used.twins.length : 0;
      return `It has ${counted(twins, 'pair')} of twins; ${count(AXIS_MIN_EXAMPLES)} are needed.`;
    }
    case 'few-examples':
      return `It has fewer than ${count(AXIS_MIN_EXAMPLES)} examples of either pole on topics that have both.`;
    case 'few-topics':
      return `Fewer than ${count(AXIS_MIN_TOPICS)} topics have both poles${topics.length > 0 ? ` (named: ${count(topics.length)})` : ''}; an axis from so few may be what these are about.`;
    case 'topics-unknown':
      return 'No topic is named for its examples, so it may tell subjects apart rather than poles. Give documents a field “topic”, or written examples a topic.';
    case 'not-testable':
      return 'Nothing could be kept aside to test it on. It needs examples of both poles on more than one topic.';
    case 'not-significant':
      return `With poles exchanged at random an axis does as well in ${share(validation.p ?? 1)} of cases; ${share(0.05)} is the most that counts.`;
  }
}

/** The axis put in one sentence. */
export function verdict(report: AxisReport): string {
  const { validation, kind, support } = report;
  if (validation.accuracy === null) return 'It could not be tested.';
  const found = `On topics that it was not learnt from it puts ${inOrder(validation, kind)} the right way round`;
  return support.supported
    ? `${found}, more than chance explains.`
    : `${found}; that does not bear it out.`;
}
export function wordsExplain(kind: AxisReport['kind']): string {
  const what = kind === 'paired' ? 'tells the twins apart' : 'orders the examples';
  return `Counting words ${what} as well: it may be wording and nothing more.`;
}
export const sentimentExplains =
  'How friendly the words are, by a lexicon of sentiment, orders them as well.';
export const leftOut = (documents: number): string =>
  `${counted(documents, 'example')} ${documents === 1 ? 'was' : 'were'} left out: not here, without a direction, or named for both poles.`;

export const beside = {
  axis: 'the axis',
  wording: 'word counts',
  sentiment: 'sentiment',
  random: 'random poles',
};
export const besideLabel = 'beside other ways to tell';

export const strip = {
  title: 'Documents along it',
  label: (documents: number, groups: number, { positive, negative }: Poles): string =>
    `${counted(documents, 'document')} of ${counted(groups, 'group')} from “${negative}” to “${positive}”`,
  keys: 'Left and right arrows go along the axis, up and down to another group, Enter reads the document. The list has the same in order.',
  hint: 'Point at a mark to see what it is; choose it to read it.',
  zero: 'neutral texts',
  held: 'Places are those on an axis learnt without the document’s topic.',
  inSample: 'with a ring: the axis was learnt from it',
  hollow: 'Marks are hollow because the axis is not supported: their places may be chance.',
  twins: (right: number, wrong: number): string =>
    `Lines join twins: ${count(right)} lead the right way${wrong > 0 ? `, ${count(wrong)} (dashed) do not` : ''}.`,
  density: (documents: number): string =>
    `Groups of more than ${count(documents)} are drawn as heaps; the list has every document.`,
  noPlace: (documents: number): string =>
    `${counted(documents, 'document')} ${documents === 1 ? 'has' : 'have'} no place without ${documents === 1 ? 'its' : 'their'} own topic.`,
  edge: 'No document further in that direction.',
  bar: (documents: number): string => counted(documents, 'document'),
};
/** A document's place in words. */
export function place({ heldOut, score, percentile, inSample }: AxisScore): string {
  const where =
    heldOut === null
      ? `at ${signed(score)}, on an axis learnt from it`
      : inSample
        ? `at ${signed(heldOut)}, on an axis learnt without its topic`
        : `at ${signed(heldOut)}`;
  return percentile === null || inSample
    ? where
    : `${where}, higher than ${count(Math.round(percentile * 100))} of 100 neutral texts`;
}
export const heldOutFigure = (value: number | null): string =>
  value === null ? '–' : signed(value);

export const asChart = 'Chart';
export const asList = 'List';
export const showAs = 'Show documents as';
export const list = {
  label: ({ positive }: Poles): string => `Documents from “${positive}” down`,
  example: (pole: string): string => `example of “${pole}”`,
  order: 'Highest first',
  reverse: 'Lowest first',
  more: (rows: number): string => `Show ${count(rows)} more`,
  shown: (shown: number, all: number): string => `${count(Math.min(shown, all))} of ${count(all)}`,
};

export const toMap = 'Colour the map by it';
export const topics = {
  title: 'With the topic taken out',
  about:
    'Are texts of one pole on different topics closer than texts of opposite poles on one topic?',
  before: 'as it is',
  after: 'topic taken out',
  gain: 'difference',
  rowProbe: 'Topic told rightly',
  rowCrossed: 'Closer by pole than by topic',
  asking: 'Comparing topics…',
  failed: 'The topics could not be compared',
  probe: ({ right, of }: Probe): string => `${count(right)} of ${count(of)}`,
  chance: ({ chance: guess }: Probe): string => `guessing gives ${share(guess)}`,
  contrast: ({ delta }: Contrast): string => (delta === null ? '–' : signed(delta)),
  contrastInterval: ({ interval: found }: Contrast): string | null =>
    found && `${signed(found[0])} to ${signed(found[1])}`,
  fitted: ({ fittedOn, topics: named, rank }: TopicReport): string =>
    `What these ${counted(named.length, 'topic')} differ in was taken out, ${counted(rank, 'direction')}, as ${counted(fittedOn, 'other document')} on them show it; never as the twins themselves do.`,
  none: 'No other documents are on the topics of these twins, so there is nothing to take the topic out with. Taken out with the twins themselves, values would seem to agree where nothing does.',
  none1: 'The twins name no topic, so topic and value cannot be told apart here.',
  reading: (delta: number | null): string | null =>
    delta === null
      ? null
      : delta < 0
        ? 'Below 0: opposite poles on one topic are closer than one pole on two topics. That is usual.'
        : 'Above 0: a pole in common brings these texts closer than a topic in common.',
};

export const empty = {
  noDocuments: {
    title: 'No documents to place',
    body: 'Drop training documents anywhere on this page; then look along an axis that they offer, or make one.',
    action: 'Choose documents',
  },
  noAxes: {
    title: 'The corpus offers no axis yet',
    body: 'Documents offer one when a field divides them, such as “value: +” and “value: -”; best as twins, each naming the other in “twin”. Or make an axis from two lists of texts.',
  },
};

export const editor = {
  create: 'Make an axis',
  newName: 'New axis',
  unnamed: UNNAMED.axis,
  unnamedPole: UNNAMED.pole,
  title: 'Its examples',
  name: 'Name of the axis',
  pole: { positive: 'Name of the pole that counts as more', negative: 'Name of the other pole' },
  examples: (value: number): string => counted(value, 'example'),
  about: `Two lists of texts that differ in one thing. ${count(AXIS_MIN_EXAMPLES)} of either pole on at least ${count(AXIS_MIN_TOPICS)} topics that have both are needed before it can be supported.`,
  write: (pole: string): string => `Write or paste an example of “${pole}”`,
  topic: 'Its topic, if any',
  add: 'Add text',
  pick: (pole: string): string => `Find a document for “${pole}”`,
  nothingFound: 'No training document has that in its title.',
  addOpen: (title: string): string => `Add “${title}”`,
  remove: (what: string): string => `Remove “${what}”`,
  removeShort: 'Remove',
  onTopic: (topic: string): string => `topic: ${topic}`,
  noTopic: 'no topic',
  gone: 'A document that is not here any more',
  delete: 'Delete this axis',
  deleted: (name: string): string => `“${name}” is deleted.`,
  restore: 'Bring it back',
  kept: 'Kept on this machine as you go.',
  none: 'No examples yet',
};

/** The mark beside a relation: "leans to “says why”". */
export const leans = (pole: string): string => `leans to “${pole}”`;
export const stanceOf = (name: string): string => `Stance on “${name}”`;
