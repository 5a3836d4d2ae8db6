/** How long something is remembered: on this machine until it is removed, or until the tab is closed. */
export type Span = 'machine' | 'tab';

const storeOf = (span: Span): Storage => (span === 'tab' ? sessionStorage : localStorage);

/** A small thing that is remembered; null where it is not, or storage is forbidden. */
export function remembered(key: string, span: Span = 'machine'): string | null {
  try {
    return storeOf(span).getItem(key);
  } catch {
    return null;
  }
}

/**
 * Remembers a small thing; null forgets it. Where storage is forbidden or full it lasts as long as the
 * page holds it.
 */
export function remember(key: string, value: string | null, span: Span = 'machine'): void {
  try {
    if (value === null) storeOf(span).removeItem(key);
    else storeOf(span).setItem(key, value);
  } catch {
    // As said: nothing fails for want of a memory.
  }
}
