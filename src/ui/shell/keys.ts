import type { Does } from '../words/keys.ts';

/** What keys do to the page as a whole. */
export interface Actions {
  focusSearch(): void;
  showMap(): void;
  showReach(): void;
  showStance(): void;
  /** One step back; false where there is nowhere to go. */
  back(): boolean;
  undo(): void;
  redo(): void;
  toggleHelp(): void;
  /** A step in the tour; false outside it and at its ends. */
  stepTour(by: 1 | -1): boolean;
}

export interface Binding {
  /** Alternative presses, such as `Mod+Shift+z`; `Mod` is Ctrl, or Cmd on a Mac. */
  readonly presses: readonly string[];
  /** What it does, by its name among the words of the help, which is downloaded with that. */
  readonly does: Does;
  /** Absent where a view handles the key itself. Returning false lets the key pass on. */
  readonly run?: (actions: Actions) => unknown;
}

/** Every key of the page: what is pressed, and what it does. */
export const BINDINGS: readonly Binding[] = [
  { presses: ['/'], does: 'search', run: (actions) => actions.focusSearch() },
  { presses: ['1'], does: 'map', run: (actions) => actions.showMap() },
  { presses: ['2'], does: 'reach', run: (actions) => actions.showReach() },
  { presses: ['3'], does: 'stance', run: (actions) => actions.showStance() },
  { presses: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'], does: 'walk' },
  { presses: ['Enter'], does: 'read' },
  { presses: ['+', '-'], does: 'zoom' },
  { presses: [' '], does: 'gather' },
  { presses: ['l', 'b'], does: 'draw' },
  { presses: ['f'], does: 'fit' },
  { presses: ['t'], does: 'table' },
  { presses: ['z', 'Shift+z'], does: 'look' },
  { presses: ['Escape'], does: 'back', run: (actions) => actions.back() },
  { presses: ['['], does: 'previousExhibit', run: (actions) => actions.stepTour(-1) },
  { presses: [']'], does: 'nextExhibit', run: (actions) => actions.stepTour(1) },
  { presses: ['Mod+z'], does: 'undo', run: (actions) => actions.undo() },
  { presses: ['Mod+Shift+z', 'Ctrl+y'], does: 'redo', run: (actions) => actions.redo() },
  { presses: ['?'], does: 'help', run: (actions) => actions.toggleHelp() },
];

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

/** Runs what a key is bound to, unless someone took it, is typing, or a dialog is open. */
export function handleKey(event: KeyboardEvent, actions: Actions): void {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
  if (document.querySelector('dialog:modal')) return;
  const bound = BINDINGS.find(({ presses }) => presses.some((press) => isPress(event, press)));
  if (bound?.run && bound.run(actions) !== false) event.preventDefault();
}

const TEXTLESS = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Whether keys that reach this element are text or its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !TEXTLESS.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}
