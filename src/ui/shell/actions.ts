import { EXHIBITS, type View } from '../../core/project/view.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { focusStage } from './focus.ts';
import type { Actions } from './keys.ts';
import type { Places } from './places.svelte.ts';
import { back } from '../selection.ts';

/** What the keys of the page do. */
export function actionsOf(explorer: Explorer, places: Places): Actions {
  const { session } = explorer;
  const show = (view: View['view']): void => {
    if (session.view.view === view) return;
    session.show({ view });
    focusStage();
  };
  const step = (by: 1 | -1): boolean => {
    const { exhibit } = session.view;
    const next = exhibit && EXHIBITS[EXHIBITS.indexOf(exhibit) + by];
    if (next) explorer.showExhibit(next);
    return Boolean(next);
  };
  return {
    search: () => document.getElementById('search')?.focus(),
    map: () => show('map'),
    reach: () => show('reach'),
    stance: () => show('stance'),
    back: () => {
      const step = back(session.view);
      if (step) session.show(step);
      return step !== null;
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
    previousExhibit: () => step(-1),
    nextExhibit: () => step(1),
    help: () => (places.help = !places.help),
  };
}
