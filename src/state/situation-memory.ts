const KEY = 'parable-situation';

/** The situation that was typed last in this tab; null without one. */
export function rememberedSituation(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers a typed situation until the tab is closed; null for none. */
export function rememberSituation(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // Storage may be forbidden or full; the situation then lasts as long as the page.
  }
}
