const KEY = 'parable-encoder';

/** The encoder that was chosen last, by its `encoderKey`; null for the site's default. */
export function rememberedEncoder(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers a choice of encoder on this machine; null for the site's default. */
export function rememberEncoder(key: string | null): void {
  try {
    if (key === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, key);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
