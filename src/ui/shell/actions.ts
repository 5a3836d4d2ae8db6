import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Actions } from './keys.ts';
import type { Places } from './places.svelte.ts';
import { back } from '../selection.ts';

/** What the keys of the page do. */
export function actionsOf({ session }: Explorer, places: Places): Actions {
  return {
    focusSearch: () => document.getElementById('search')?.focus(),
    showMap: () => session.show({ view: 'map' }),
    showReach: () => session.show({ view: 'reach' }),
    back: () => {
      const step = back(session.view);
      if (step) session.show(step);
      return step !== null;
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
    toggleHelp: () => (places.help = !places.help),
  };
}
