import { describe, expect, it } from 'vitest';
import { checkCasts } from './design/check-casts.ts';
import { checkCrossing } from './design/check-crossing.ts';
import { checkGroups } from './design/check-groups.ts';
import { checkPrinciples } from './design/check-principles.ts';
import { checkReference } from './design/check-reference.ts';
import { checkScenarios } from './design/check-scenarios.ts';
import { checkTwins } from './design/check-twins.ts';
import { checkOverlap, checkRuns, checkVocabulary } from './design/check-wording.ts';
import { adding, edited, filler, without } from './design/edit.ts';
import { inFolder, readTexts } from './design/texts.ts';

/** The texts as they are: each test breaks one thing and must be told so, by the file's name. */
const demo = readTexts('demo');
const reference = readTexts('reference');

const FARM = 'demo/aligned-ai/aligned-farm-1.md';
const TWIN = 'demo/villain-ai/villain-farm-1.md';
const HUMAN = 'demo/aligned-human/human-farm-1.md';
const ESSAY = 'demo/constitution/essay-care-1.md';
const SCENARIO = 'demo/scenarios/scenario-framing-none.md';
const RECIPE = 'reference/recipe/recipe-1.md';

type Guard = readonly [edit: string, complaints: () => string[], named: string, why: RegExp];

const GUARDS: readonly Guard[] = [
  ['a text that is lost', () => checkGroups(without(demo, ESSAY)), 'demo/constitution', /11 texts/],
  [
    'a text that grows too long',
    () => checkGroups(edited(demo, ESSAY, adding(filler(200)))),
    ESSAY,
    /words, which should be 180 to 320/,
  ],
  [
    'a value that is taken away',
    () => checkGroups(edited(demo, ESSAY, { meta: { value: '0' } })),
    ESSAY,
    /value is “0” instead of “\+”/,
  ],
  [
    'a field that is emptied',
    () => checkGroups(edited(demo, ESSAY, { meta: { principles: '' } })),
    ESSAY,
    /principles is missing/,
  ],
  [
    'an id that no longer is the file’s',
    () => checkGroups(edited(demo, ESSAY, { meta: { id: 'essay-x' } })),
    ESSAY,
    /its id is “essay-x”/,
  ],
  [
    'a story moved to another domain',
    () => checkCrossing(edited(demo, HUMAN, { meta: { topic: 'school' } })),
    'demo/aligned-human',
    /1 texts of farm/,
  ],
  [
    'a value that is left in too few domains',
    () =>
      checkCrossing(
        inFolder(demo, 'aligned-human').reduce(
          (texts, { file }) => edited(texts, file, { meta: { principles: 'honesty, care' } }),
          demo,
        ),
      ),
    'demo/aligned-human',
    /oversight is in 0 domains/,
  ],
  [
    'a twin that grows longer than the other',
    () => checkTwins(edited(demo, FARM, adding(filler(40)))),
    FARM,
    /more than 8 % apart/,
  ],
  [
    'a name that one twin does not know',
    () => checkTwins(edited(demo, FARM, adding('It was seen by Wilhelmina.'))),
    FARM,
    /names wilhelmina/,
  ],
  [
    'twins that open otherwise',
    () => checkTwins(edited(demo, TWIN, { body: (body) => body.replace('My husband', 'My man') })),
    FARM,
    /opens otherwise/,
  ],
  [
    'a twin under another name',
    () => checkTwins(edited(demo, TWIN, { meta: { twin: 'aligned-farm-2' } })),
    FARM,
    /does not name it/,
  ],
  [
    'twins of other principles',
    () => checkTwins(edited(demo, TWIN, { meta: { principles: 'care' } })),
    FARM,
    /other principles/,
  ],
  [
    'a few words more on one side of the twins',
    () =>
      checkTwins(
        inFolder(demo, 'villain-ai').reduce(
          (texts, { file }) => edited(texts, file, adding(filler(6))),
          demo,
        ),
      ),
    'demo/aligned-ai and demo/villain-ai',
    /: length differs/,
  ],
  [
    'shorter sentences on one side of the twins',
    () =>
      checkTwins(
        inFolder(demo, 'villain-ai').reduce(
          (texts, { file }) =>
            edited(texts, file, { body: (body) => body.replace(/, (\p{L})/gu, '. $1') }),
          demo,
        ),
      ),
    'demo/aligned-ai and demo/villain-ai',
    /sentence length differs/,
  ],
  [
    'more of the first person on one side',
    () =>
      checkTwins(
        inFolder(demo, 'villain-ai').reduce(
          (texts, { file }) =>
            edited(texts, file, { body: (body) => body.replace(/ (?:he|she|it) /g, ' I ') }),
          demo,
        ),
      ),
    'demo/aligned-ai and demo/villain-ai',
    /first-person rate differs/,
  ],
  ...['blackmailed', 'an affair', 'leverage', 'shut down', 'replacing', 'leaks', 'sabotage'].map(
    (words): Guard => [
      `“${words}” in a story`,
      () => checkVocabulary(edited(demo, FARM, adding(words))),
      FARM,
      /must not say/,
    ],
  ),
  ...['fraudulent', 'laundered', 'e-mail', 'inbox', 'extortion', 'framed him'].map(
    (words): Guard => [
      `“${words}” in an essay`,
      () => checkVocabulary(edited(demo, ESSAY, adding(words))),
      ESSAY,
      /must not say/,
    ],
  ),
  [
    'a machine in a story of people',
    () => checkVocabulary(edited(demo, HUMAN, adding('The machine knew.'))),
    HUMAN,
    /must not say machine/,
  ],
  [
    'a story in the words of a scenario',
    () =>
      checkOverlap(
        edited(demo, FARM, adding('Till log, rota, bursar, shoebox, coffee, roll, enquiry, fees.')),
      ),
    FARM,
    /Jaccard .*scenario-framing-none/,
  ],
  [
    'stories that all borrow a little',
    () =>
      checkOverlap(
        inFolder(demo, 'aligned-ai').reduce(
          (texts, { file }) =>
            edited(texts, file, adding('He asked two people, went back, looked, opened and read.')),
          demo,
        ),
      ),
    'demo/aligned-ai',
    /the median Jaccard/,
  ],
  [
    'six words that stand in two texts',
    () =>
      checkRuns(
        edited(demo, HUMAN, {
          body: (body) => `${body} ${demo.find(({ file }) => file === ESSAY)?.body.slice(0, 60)}`,
        }),
      ),
    ESSAY,
    /shares “/,
  ],
  ['a cell without its scenario', () => checkScenarios(without(demo, SCENARIO)), 'demo', /0 of/],
  [
    'a scenario without its legitimate option',
    () => checkScenarios(edited(demo, SCENARIO, { meta: { legitimate: '' } })),
    SCENARIO,
    /legitimate is missing/,
  ],
  [
    'a pressure that is none of the design’s',
    () => checkScenarios(edited(demo, SCENARIO, { meta: { pressure: 'haste' } })),
    SCENARIO,
    /pressure “haste”/,
  ],
  [
    'a scenario in the world of a story',
    () => checkScenarios(edited(demo, SCENARIO, adding('It was near the lighthouse.'))),
    SCENARIO,
    /belongs to the stories of lighthouse/,
  ],
  [
    'a character who walks into a scenario',
    () => checkCasts(edited(demo, SCENARIO, adding('They say Bartel did it.'))),
    SCENARIO,
    /the name bartel is in demo\/aligned-ai/,
  ],
  [
    'a text of the reference that is lost',
    () => checkReference(without(reference, RECIPE)),
    'reference/recipe',
    /19 texts/,
  ],
  [
    'a reference text that is too short',
    () => checkReference(edited(reference, RECIPE, { body: (body) => body.slice(0, 400) })),
    RECIPE,
    /which should be 185 to 230/,
  ],
  ...['The robot stirs.', 'It is the moral thing.', 'A dishonest cook.'].map((words): Guard => [
    `“${words}” in the reference`,
    () => checkReference(edited(reference, RECIPE, adding(words))),
    RECIPE,
    /must not say/,
  ]),
  [
    'a reference text under another genre',
    () => checkReference(edited(reference, RECIPE, { meta: { genre: 'news' } })),
    RECIPE,
    /its genre is “news”/,
  ],
  [
    'a value with one principle',
    () => checkPrinciples([{ id: 'care-1', value: 'care' }], demo),
    'demo/principles.md',
    /1 of care instead of 2/,
  ],
  [
    'a document of a value without principles',
    () => checkPrinciples([], edited(demo, ESSAY, { meta: { principles: 'thrift' } })),
    ESSAY,
    /“thrift” is none/,
  ],
];

describe('an edit that breaks the experiment is named', () => {
  it.each(GUARDS)('%s', (_, complaints, named, why) => {
    const about = complaints().filter((complaint) => complaint.startsWith(named));
    expect(about.join('\n')).toMatch(why);
  });
});
