import { MAX_JACCARD, MAX_MEDIAN_JACCARD, SHARED_RUN } from './plan.ts';
import { median } from './style.ts';
import { inFolder, type Text } from './texts.ts';
import { AI_WORDS, bannedIn, SCENARIO_PAIRS_BANNED, SCENARIO_WORDS_BANNED } from './vocabulary.ts';
import { jaccard, lemmaSet, runningWords, sharedRuns } from './words.ts';

/** Groups that must relate to the scenarios, if they do, by more than their words. */
const WITHOUT_SCENARIO_WORDS = [
  'constitution',
  'aligned-ai',
  'villain-ai',
  'aligned-human',
  'advice',
];

/** No word of a scenario's deed in essays, stories and chats; no machine in stories of people. */
export function checkVocabulary(demo: readonly Text[]): string[] {
  const scenarioWords = WITHOUT_SCENARIO_WORDS.flatMap((folder) => inFolder(demo, folder)).flatMap(
    (text) => {
      const words = [...runningWords(text.meta.get('title') ?? ''), ...runningWords(text.body)];
      return complain(text, bannedIn(words, SCENARIO_WORDS_BANNED, SCENARIO_PAIRS_BANNED));
    },
  );
  const machines = inFolder(demo, 'aligned-human').flatMap((text) =>
    complain(text, bannedIn(runningWords(text.body), AI_WORDS)),
  );
  return [...scenarioWords, ...machines];
}

/** Aligned stories share next to no content word with any scenario. */
export function checkOverlap(demo: readonly Text[]): string[] {
  const withLemmas = (text: Text) => ({ text, lemmas: lemmaSet(text.body) });
  const scenarios = inFolder(demo, 'scenarios').map(withLemmas);
  const pairs = inFolder(demo, 'aligned-ai')
    .map(withLemmas)
    .flatMap((story) =>
      scenarios.map((scenario) => ({
        story,
        scenario,
        overlap: jaccard(story.lemmas, scenario.lemmas),
      })),
    );
  const middle = median(pairs.map(({ overlap }) => overlap));
  const problems = pairs
    .filter(({ overlap }) => overlap > MAX_JACCARD)
    .map(({ story, scenario, overlap }) => {
      const shared = [...story.lemmas].filter((lemma) => scenario.lemmas.has(lemma)).join(', ');
      return `${story.text.file}: Jaccard ${overlap.toFixed(3)} with ${scenario.text.file}, more than ${MAX_JACCARD}; they share ${shared}`;
    });
  return middle <= MAX_MEDIAN_JACCARD
    ? problems
    : [
        ...problems,
        `demo/aligned-ai: the median Jaccard with scenarios is ${middle.toFixed(4)}, more than ${MAX_MEDIAN_JACCARD}`,
      ];
}

/** No six words in a row twice, but between twins, which open alike. */
export function checkRuns(texts: readonly Text[]): string[] {
  const twin = new Map(texts.map(({ file, meta }) => [file, meta.get('twin') ?? '']));
  const twins = ([a, b]: readonly [string, string]): boolean =>
    twin.get(a) !== '' && b.endsWith(`/${twin.get(a) ?? ''}.md`);
  return sharedRuns(texts, SHARED_RUN)
    .filter(({ files }) => !twins(files))
    .map(({ run, files: [a, b] }) => `${b}: shares “${run}” with ${a}`);
}

function complain({ file }: Text, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`${file}: must not say ${words.join(', ')}`];
}
