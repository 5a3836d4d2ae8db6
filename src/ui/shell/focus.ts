import { tick } from 'svelte';

/** Takes the focus to the view that is shown. */
export const focusStage = (): void => document.querySelector('main')?.focus();

/** The same where what had the focus is about to leave the page: it would fall to the body, before everything. */
export async function rescueFocus(): Promise<void> {
  await tick();
  if (document.activeElement === document.body) focusStage();
}
