/** One contribution to a conversation. */
export interface Turn {
  readonly speaker: string;
  readonly text: string;
}

const SPEAKERS = ['role', 'from', 'speaker', 'author', 'sender', 'name'];
const TEXTS = ['content', 'value', 'text', 'message', 'utterance'];

/** What data sets call the same two speakers. */
const NAMES = new Map([
  ['user', 'User'],
  ['human', 'User'],
  ['prompter', 'User'],
  ['assistant', 'Assistant'],
  ['gpt', 'Assistant'],
  ['bot', 'Assistant'],
  ['chatbot', 'Assistant'],
  ['model', 'Assistant'],
  ['target', 'Assistant'],
  ['ai', 'Assistant'],
  ['system', 'System'],
  ['developer', 'System'],
  ['tool', 'Tool'],
  ['function', 'Tool'],
]);

/**
 * The turns of a conversation as data sets keep them: a list of objects that name a speaker and what
 * was said. Null for anything else; turns without text are left out.
 */
export function turnsOf(value: unknown): Turn[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const turns: Turn[] = [];
  for (const each of value as unknown[]) {
    const speaker = stringUnder(each, SPEAKERS);
    const text = contentOf(fieldUnder(each, TEXTS));
    if (speaker === null || text === null) return null;
    if (text.trim() !== '') turns.push({ speaker: speakerName(speaker), text: text.trim() });
  }
  return turns;
}

/** What a conversation is about: the first thing that a user says, else the first that is no instruction. */
export function firstSaid(turns: readonly Turn[]): string {
  const asked = turns.find(({ speaker }) => speaker === 'User');
  const said = asked ?? turns.find(({ speaker }) => speaker !== 'System') ?? turns[0];
  return said?.text ?? '';
}

/** A conversation as text: `User: …`, a blank line, `Assistant: …`. */
export function chatText(turns: readonly Turn[]): string {
  return turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n\n');
}

export function speakerName(name: string): string {
  const known = NAMES.get(name.trim().toLowerCase());
  if (known !== undefined) return known;
  const line = name.replace(/\s+/g, ' ').trim().slice(0, 40);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The text of a turn: a string, or parts of which those that are text count. */
function contentOf(content: unknown): string | null {
  if (typeof content === 'string') return content;
  if (content === null) return '';
  if (!Array.isArray(content)) return null;
  const parts = (content as unknown[]).map((part) =>
    typeof part === 'string' ? part : stringUnder(part, ['text', 'content']),
  );
  return parts.filter((part) => part !== null).join('\n\n');
}

function stringUnder(value: unknown, names: readonly string[]): string | null {
  const found = fieldUnder(value, names);
  return typeof found === 'string' ? found : null;
}

/** The own field of an object under the first of some names that it has; undefined without one. */
function fieldUnder(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = names.find((each) => Object.hasOwn(value, each));
  return name === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[name];
}
