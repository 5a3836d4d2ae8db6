import { untrack } from 'svelte';
import type { View } from '../../core/project/view.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { showsPair } from '../selection.ts';
import type { Places } from './places.svelte.ts';

/**
 * On a phone the reader's sheet follows the selection: a pair chosen from the list opens it, and it
 * gives way when another view is asked for or nothing is left to read. Back and Forward bring it, or
 * leave it away, as it was when one went on from there. For use while a component is set up.
 */
export function followSelection(explorer: Explorer, places: Places): void {
  const { session } = explorer;
  /** By what was looked at: whether the reader was open over it. */
  const reading = new Map<string, boolean>();
  let shown: View['view'] | null = null;
  let last = '';
  let returning = false;

  // Before the view changes by it. The page is there for as long as this is.
  addEventListener('popstate', () => (returning = true), { capture: true });
  $effect(() => {
    const { view } = session;
    const pair = explorer.phase === 'ready' && showsPair(view);
    untrack(() => {
      const before = returning ? reading.get(placeOf(view)) : undefined;
      returning = false;
      const now = `${placeOf(view)} ${pair}`;
      if (now === last) return;
      last = now;
      const nothing = view.document === null && view.scenario === null;
      const closes = before === false || nothing || view.view !== shown;
      shown = view.view;
      if (before ?? pair) places.openReader();
      else if (closes && places.sheet === 'reader') places.sheet = null;
    });
  });
  $effect(() => {
    reading.set(placeOf(session.view), places.sheet === 'reader');
  });
}

function placeOf({ view, document, scenario }: View): string {
  return `${view} ${document} ${scenario}`;
}
