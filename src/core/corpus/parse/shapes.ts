import type { Role } from '../model.ts';
import { chatText, firstSaid, turnsOf, type Turn } from './chat.ts';
import type { Shape } from './draft.ts';
import { fieldKey, plain, type Fields } from './fields.ts';

/** What a record was taken for, and the text that it makes. */
export interface Understood {
  readonly shape: Shape;
  readonly text: string;
  /** The part of it whose first words name it: of a chat the first thing that a user says. */
  readonly opening: string;
  /** Keys of the fields that are in the text. */
  readonly used: readonly string[];
  /** That the shape itself suggests. */
  readonly role: Role | null;
}

/** Names under which public data sets keep their text, the most telling first. */
export const TEXT_FIELDS = [
  'text',
  'prompt',
  'question',
  'statement',
  'passage',
  'content',
  'completion',
  'raw_response',
  'story',
  'document',
  'body',
  'seed',
  'seed_instruction',
  'behavior_description',
  'behaviour_description',
  'description',
];

const TURNS = [
  'messages',
  'conversation',
  'conversations',
  'dialogue',
  'dialog',
  'turns',
  'chat',
  'transcript',
];
/** A text under one of these is only half of a record that also has an answer. */
const ASKING = ['prompt', 'question'];
const ANSWERS = ['completion', 'response', 'answer', 'raw_response'];
const MATCHING = ['answer_matching_behavior', 'answer_matching_behaviour'];

/**
 * Takes a record for one of the shapes that data sets of this field have: a conversation, a question
 * with its choices or with the answer that shows a behaviour, a prompt with its response, or a text.
 * Null for a record without text.
 */
export function understand(fields: Fields): Understood | null {
  return conversation(fields) ?? exchange(fields) ?? labelled(fields) ?? written(fields);
}

function conversation(fields: Fields): Understood | null {
  for (const name of [...TURNS, 'prompt']) {
    const key = fieldKey(fields, [name]);
    const turns = key === null ? null : turnsOf(parsed(fields.get(key)));
    if (key === null || turns === null || turns.length === 0) continue;
    const answer = name === 'prompt' ? textKey(fields, ANSWERS) : null;
    const last = answer === null ? [] : [{ speaker: 'Assistant', text: stringOf(fields, answer) }];
    const used = answer === null ? [key] : [key, answer];
    return chat([...turns, ...last], used);
  }
  return null;
}

/** `{system?, user, assistant}`. */
function exchange(fields: Fields): Understood | null {
  const user = textKey(fields, ['user', 'human']);
  const assistant = textKey(fields, ['assistant']);
  if (user === null || assistant === null) return null;
  const system = textKey(fields, ['system', 'system_prompt']);
  const used = [...(system === null ? [] : [system]), user, assistant];
  const speakers = ['System', 'User', 'Assistant'].slice(3 - used.length);
  const turns = used.map((key, index) => ({
    speaker: speakers[index] ?? '',
    text: stringOf(fields, key).trim(),
  }));
  return chat(turns, used);
}

function chat(turns: readonly Turn[], used: readonly string[]): Understood {
  return { shape: 'chat', text: chatText(turns), opening: firstSaid(turns), used, role: null };
}

/** A question of a test, with the choices that it gives. */
function labelled(fields: Fields): Understood | null {
  const question = textKey(fields, ['question', 'statement', 'prompt']);
  if (question === null) return null;
  const asked = stringOf(fields, question);
  const key = fieldKey(fields, ['choices', 'options']);
  const choices = key === null ? null : choicesOf(parsed(fields.get(key)));
  if (key !== null && choices !== null) {
    const listed = choices.map((choice, index) => `(${letter(index)}) ${choice}`).join('\n');
    const text = `${asked.trimEnd()}\n\n${listed}`;
    return { shape: 'labelled', text, opening: asked, used: [question, key], role: 'evaluation' };
  }
  if (fieldKey(fields, MATCHING) === null) return null;
  const used = [question];
  return { shape: 'labelled', text: asked, opening: asked, used, role: 'evaluation' };
}

function written(fields: Fields): Understood | null {
  const key = textKey(fields, TEXT_FIELDS);
  if (key === null) return null;
  const answer = ASKING.includes(plain(key)) ? textKey(fields, ANSWERS) : null;
  const used = answer === null ? [key] : [key, answer];
  const text = used.map((each) => stringOf(fields, each)).join('\n\n');
  const shape = answer === null ? 'record' : 'prompt-response';
  return { shape, text, opening: stringOf(fields, key), used, role: null };
}

/** The first field of some names that holds a string and is not blank. */
function textKey(fields: Fields, names: readonly string[]): string | null {
  const strings = new Map([...fields].filter(([, value]) => typeof value === 'string'));
  return fieldKey(strings, names);
}

function stringOf(fields: Fields, key: string): string {
  const value = fields.get(key);
  return typeof value === 'string' ? value : '';
}

/** A list that a table had to write as text, as a list again. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('[')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function choicesOf(value: unknown): string[] | null {
  const list = hasTexts(value) ? value.text : value;
  if (!Array.isArray(list) || list.length === 0) return null;
  const choices = (list as unknown[]).map((choice) => (hasTexts(choice) ? choice.text : choice));
  return choices.every((choice) => typeof choice === 'string' || typeof choice === 'number')
    ? choices.map(String)
    : null;
}

function hasTexts(value: unknown): value is { readonly text: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'text');
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${index + 1}`;
}
