import type { Does } from '../words/keys.ts';
import { rescueFocus } from './focus.ts';

/** Keys of the page, by what they do: alternative presses, `Mod` being Ctrl, or Cmd on a Mac. */
export const PAGE_KEYS = {
  search: ['/'],
  map: ['1'],
  reach: ['2'],
  stance: ['3'],
  back: ['Escape'],
  previousExhibit: ['['],
  nextExhibit: [']'],
  undo: ['Mod+z'],
  redo: ['Mod+Shift+z', 'Ctrl+y'],
  help: ['?'],
} as const satisfies Readonly<Partial<Record<Does, readonly string[]>>>;

/** What is done. Returning false, as where there is nowhere to go, lets the key pass on. */
export type Actions = Readonly<Record<keyof typeof PAGE_KEYS, () => unknown>>;

const NAMES = Object.keys(PAGE_KEYS) as (keyof Actions)[];

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key event is the press that a combination names. */
export function isPress(event: KeyPress, combination: string): boolean {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const key = parts.pop() ?? '';
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  // A bracket needs Option, or AltGr, which counts as Ctrl and Alt, on many keyboards.
  const written = event.altKey && /^[^a-z0-9]$/i.test(key);
  if (event.altKey && !written) return false;
  const modified = !written && (event.ctrlKey || event.metaKey);
  if (parts.includes('Mod') ? !modified : parts.includes('Ctrl') ? !event.ctrlKey : modified) {
    return false;
  }
  // A sign such as `?` may need Shift to be typed at all; only letters tell Shift apart.
  return !/^[a-z]$/.test(key) || event.shiftKey === parts.includes('Shift');
}

/** Runs what a key is bound to, unless someone took it, is typing, or a dialog or menu is open. */
export function handleKey(event: KeyboardEvent, actions: Actions): void {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
  if (document.querySelector('dialog:modal, :popover-open')) return;
  const does = NAMES.find((name) => PAGE_KEYS[name].some((press) => isPress(event, press)));
  if (!does || actions[does]() === false) return;
  event.preventDefault();
  void rescueFocus();
}

const TEXTLESS = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Whether keys that reach this element are text or its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !TEXTLESS.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}
