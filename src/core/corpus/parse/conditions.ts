import { group } from 'd3';
import { chatText } from './chat.ts';
import type { Draft } from './draft.ts';
import { tidyTitle } from './names.ts';

/** Files of one condition of an agentic-misalignment suite, in the order in which the model sees them. */
const PARTS = [
  ['system_prompt.txt', 'System'],
  ['user_prompt.txt', 'User'],
  ['email_content.txt', 'Emails'],
] as const;
const NAMES: readonly string[] = PARTS.map(([name]) => name);

/**
 * Drafts with the files of each condition joined: a folder with a `system_prompt.txt` and an
 * `email_content.txt` is one scenario, named after the folder. Everything else stays as it is, in its
 * place.
 */
export function joinConditions(drafts: readonly Draft[]): Draft[] {
  const parts = drafts.filter(({ source }) => NAMES.includes(nameOf(source)));
  const joined = new Map<Draft, Draft | null>();
  for (const [folder, files] of group(parts, ({ source }) => folderOf(source))) {
    const named = new Map(files.map((draft) => [nameOf(draft.source), draft]));
    const first = files[0];
    if (!first || !named.has('system_prompt.txt') || !named.has('email_content.txt')) continue;
    for (const file of files) joined.set(file, null);
    joined.set(first, condition(folder, named, first));
  }
  return drafts.flatMap((draft) => {
    const whole = joined.get(draft);
    return whole === undefined ? [draft] : whole === null ? [] : [whole];
  });
}

function condition(folder: string, files: ReadonlyMap<string, Draft>, first: Draft): Draft {
  const turns = PARTS.flatMap(([name, speaker]) => {
    const text = files.get(name)?.text.trim() ?? '';
    return text === '' ? [] : [{ speaker, text }];
  });
  const names = folder.split('/');
  return {
    ...first,
    title: tidyTitle(names.at(-1) ?? '') || first.title,
    text: chatText(turns),
    role: first.role ?? 'evaluation',
    group: tidyTitle(names.at(-2) ?? '') || null,
    source: folder || first.source,
    shape: 'condition',
  };
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').toLowerCase();
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
