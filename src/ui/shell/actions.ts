import { EXHIBITS } from '../../core/project/view.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Actions } from './keys.ts';
import type { Places } from './places.svelte.ts';
import { back } from '../selection.ts';

/** What the keys of the page do. */
export function actionsOf(explorer: Explorer, places: Places): Actions {
  const { session } = explorer;
  return {
    focusSearch: () => document.getElementById('search')?.focus(),
    showMap: () => session.show({ view: 'map' }),
    showReach: () => session.show({ view: 'reach' }),
    showStance: () => session.show({ view: 'stance' }),
    back: () => {
      const step = back(session.view);
      if (step) session.show(step);
      return step !== null;
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
    stepTour: (by) => {
      const { exhibit } = session.view;
      const next = exhibit && EXHIBITS[EXHIBITS.indexOf(exhibit) + by];
      if (next) explorer.showExhibit(next);
      return Boolean(next);
    },
    toggleHelp: () => (places.help = !places.help),
  };
}
