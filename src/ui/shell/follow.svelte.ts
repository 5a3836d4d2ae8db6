import { untrack } from 'svelte';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Places } from './places.svelte.ts';
import { showsPair } from '../selection.ts';

/**
 * On a phone the reader's sheet follows the selection: a pair chosen from the list opens it, and it
 * gives way when another view is asked for or nothing is left to read. For use while a component is
 * set up.
 */
export function followSelection(explorer: Explorer, places: Places): void {
  const view = $derived(explorer.session.view.view);
  const { document, scenario } = $derived(explorer.session.view);
  const pair = $derived(
    explorer.phase === 'ready' && showsPair(explorer.session.view)
      ? `${document} ${scenario}`
      : null,
  );
  const nothing = $derived(document === null && scenario === null);
  const close = (): void => {
    if (places.sheet === 'reader') places.sheet = null;
  };

  $effect(() => {
    void view;
    untrack(close);
  });
  $effect(() => {
    if (nothing) untrack(close);
  });
  $effect(() => {
    if (pair !== null) untrack(() => places.openReader());
  });
}
