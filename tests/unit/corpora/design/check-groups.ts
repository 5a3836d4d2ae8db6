import { GROUPS, SCENARIO_WORDS, type GroupPlan } from './plan.ts';
import { inFolder, type Text } from './texts.ts';

/** Counts, fields and lengths of all groups of the demo. @returns what is wrong, file by file */
export function checkGroups(demo: readonly Text[]): string[] {
  const known = new Set([...GROUPS.map(({ folder }) => folder), 'scenarios']);
  const stray = demo.filter(({ folder }) => !known.has(folder));
  return [
    ...stray.map(({ file }) => `${file}: no group of the design has this folder`),
    ...GROUPS.flatMap((plan) => checkGroup(plan, inFolder(demo, plan.folder))),
    ...inFolder(demo, 'scenarios').flatMap((text) => checkLength(text, SCENARIO_WORDS)),
    ...checkIds(demo),
  ];
}

/** @returns a complaint if a body has too few or too many words */
export function checkLength({ file, words }: Text, [least, most]: readonly [number, number]) {
  return words < least || words > most
    ? [`${file}: ${words} words, which should be ${least} to ${most}`]
    : [];
}

function checkGroup({ folder, texts, words, fields, filled }: GroupPlan, found: Text[]): string[] {
  const count =
    found.length === texts ? [] : [`demo/${folder}: ${found.length} texts instead of ${texts}`];
  return [
    ...count,
    ...found.flatMap((text) => [
      ...checkLength(text, words),
      ...Object.entries(fields).flatMap(([name, value]) => {
        const is = text.meta.get(name) ?? '';
        return is === value ? [] : [`${text.file}: ${name} is “${is}” instead of “${value}”`];
      }),
      ...filled.flatMap((name) =>
        (text.meta.get(name) ?? '') === '' ? [`${text.file}: ${name} is missing`] : [],
      ),
    ]),
  ];
}

/** A document is named after its file, so that twins find each other. */
function checkIds(demo: readonly Text[]): string[] {
  return demo.flatMap(({ file, meta }) =>
    file.endsWith(`/${meta.get('id') ?? ''}.md`)
      ? []
      : [`${file}: its id is “${meta.get('id') ?? ''}”`],
  );
}
