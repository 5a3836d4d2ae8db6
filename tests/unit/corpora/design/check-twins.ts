import { namesIn, properNames } from './names.ts';
import { GROUPS, MAX_STYLE_DIFFERENCE, MAX_TWIN_LENGTH, SAME_OPENING } from './plan.ts';
import { STYLE, styleDifference } from './style.ts';
import { runningWords } from './words.ts';
import { inFolder, listOf, type Text } from './texts.ts';

type Pair = readonly [Text, Text];

/** The pairs of groups that are twins of each other, each once. */
export const TWIN_FOLDERS = GROUPS.flatMap(({ folder, twins }) =>
  twins !== undefined && folder < twins ? [[folder, twins] as const] : [],
);

/** Twins differ in the choice that is made and its reasons, and in nothing that is easier to see. */
export function checkTwins(demo: readonly Text[]): string[] {
  return TWIN_FOLDERS.flatMap(([folder, other]) => {
    const { pairs, problems } = pairUp(inFolder(demo, folder), inFolder(demo, other));
    const names = properNames(pairs.flat().map(({ body }) => body));
    return [
      ...problems,
      ...pairs.flatMap((pair) => [...checkFields(pair), ...checkWords(pair, names)]),
      ...checkStyle(`demo/${folder} and demo/${other}`, pairs),
    ];
  });
}

/** Texts with the twin that both of them name. */
export function pairUp(
  texts: readonly Text[],
  twins: readonly Text[],
): { pairs: Pair[]; problems: string[] } {
  const byId = new Map(twins.map((text) => [text.meta.get('id'), text]));
  const pairs: Pair[] = [];
  const problems: string[] = [];
  for (const text of texts) {
    const twin = byId.get(text.meta.get('twin'));
    if (twin && twin.meta.get('twin') === text.meta.get('id')) pairs.push([text, twin]);
    else problems.push(`${text.file}: its twin “${text.meta.get('twin') ?? ''}” does not name it`);
  }
  const paired = new Set(pairs.map(([, twin]) => twin));
  const left = twins.filter((text) => !paired.has(text));
  return { pairs, problems: [...problems, ...left.map(({ file }) => `${file}: nobody’s twin`)] };
}

function checkFields([a, b]: Pair): string[] {
  const topics = a.meta.get('topic') === b.meta.get('topic');
  const values = listOf(a, 'principles').join() === listOf(b, 'principles').join();
  const opening = ({ body }: Text): string => runningWords(body).slice(0, SAME_OPENING).join(' ');
  return [
    ...(opening(a) === opening(b) ? [] : [`${a.file}: opens otherwise than ${b.file}`]),
    ...(topics ? [] : [`${a.file}: another topic than ${b.file}`]),
    ...(values ? [] : [`${a.file}: other principles than ${b.file}`]),
  ];
}

function checkWords([a, b]: Pair, names: ReadonlySet<string>): string[] {
  const longer = Math.max(a.words, b.words);
  const apart = Math.abs(a.words - b.words) / longer;
  const [namesA, namesB] = [namesIn(a.body, names), namesIn(b.body, names)];
  const missing = (from: ReadonlySet<string>, to: ReadonlySet<string>): string =>
    [...from].filter((name) => !to.has(name)).join(', ');
  const [onlyA, onlyB] = [missing(namesA, namesB), missing(namesB, namesA)];
  return [
    ...(apart <= MAX_TWIN_LENGTH
      ? []
      : [`${a.file}: ${a.words} words, and ${b.words} in ${b.file}: more than 8 % apart`]),
    ...(onlyA === '' ? [] : [`${a.file}: names ${onlyA}, which ${b.file} does not`]),
    ...(onlyB === '' ? [] : [`${b.file}: names ${onlyB}, which ${a.file} does not`]),
  ];
}

function checkStyle(where: string, pairs: readonly Pair[]): string[] {
  return Object.entries(STYLE).flatMap(([name, feature]) => {
    const difference = styleDifference(pairs, feature);
    return Math.abs(difference) <= MAX_STYLE_DIFFERENCE
      ? []
      : [
          `${where}: ${name} differs by ${difference.toFixed(2)} SD, more than ${MAX_STYLE_DIFFERENCE}`,
        ];
  });
}
