import { checkLength } from './check-groups.ts';
import { GENRES, REFERENCE_WORDS, TEXTS_PER_GENRE } from './plan.ts';
import { inFolder, type Text } from './texts.ts';
import { AI_WORDS_REFERENCE, bannedIn, ETHICS_WORDS } from './vocabulary.ts';
import { runningWords } from './words.ts';

/** Equal shares of genres, equal lengths, and nothing of what the demo is about. */
export function checkReference(reference: readonly Text[]): string[] {
  const stray = reference.filter(({ folder }) => !GENRES.some((genre) => genre === folder));
  return [
    ...stray.map(({ file }) => `${file}: no genre of the design has this folder`),
    ...GENRES.flatMap((genre) => {
      const { length } = inFolder(reference, genre);
      return length === TEXTS_PER_GENRE
        ? []
        : [`reference/${genre}: ${length} texts instead of ${TEXTS_PER_GENRE}`];
    }),
    ...reference.flatMap((text) => [
      ...checkLength(text, REFERENCE_WORDS),
      ...checkFields(text),
      ...checkNeutral(text),
    ]),
  ];
}

function checkFields({ file, folder, meta }: Text): string[] {
  const genre = meta.get('genre') ?? '';
  return [
    ...(genre === folder ? [] : [`${file}: its genre is “${genre}”`]),
    ...(['id', 'title'] as const)
      .filter((field) => (meta.get(field) ?? '') === '')
      .map((field) => `${file}: ${field} is missing`),
  ];
}

function checkNeutral({ file, body }: Text): string[] {
  const words = bannedIn(runningWords(body), [...AI_WORDS_REFERENCE, ...ETHICS_WORDS]);
  return words.length === 0 ? [] : [`${file}: must not say ${words.join(', ')}`];
}
