import { decodeView, encodeView, type View } from '../core/project/view.ts';
import type { AppError } from '../core/errors.ts';

/** The view that the page's address names; an unreadable one gives the default and a reason. */
export function viewFromAddress(): { view: View; problem: AppError | null } {
  return decodeView(location.hash);
}

/** Writes the view over what the address names, which is not to be gone back to. */
export function correctAddress(view: View): void {
  history.replaceState(null, '', urlOf(encodeView(view)));
}

/**
 * Writes the view into the address. A step to other content gets its own history entry, so that
 * Back returns to it; a moved camera only replaces the current one.
 */
export function writeAddress(view: View, previous: View): void {
  const hash = encodeView(view);
  if (hash === location.hash || (hash === '' && location.hash === '')) return;
  const url = urlOf(hash);
  const onlyCamera =
    encodeView({ ...view, camera: null }) === encodeView({ ...previous, camera: null });
  if (onlyCamera) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
}

/** Calls back when the reader edits the address or goes back or forward. */
export function onAddress(changed: () => void): void {
  addEventListener('popstate', changed);
}

function urlOf(hash: string): string {
  return hash === '' ? location.pathname + location.search : hash;
}
