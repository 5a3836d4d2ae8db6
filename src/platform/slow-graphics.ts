const KEY = 'parable-slow-graphics';

/** Encoders, by key, with which this machine's graphics processor was measured slower than its processors. */
export function isGraphicsSlow(encoder: string): boolean {
  return remembered().includes(encoder);
}

/** Remembers that it was, so that no later visit downloads the runtime for it again. */
export function rememberSlowGraphics(encoder: string): void {
  try {
    const others = remembered().filter((each) => each !== encoder);
    localStorage.setItem(KEY, JSON.stringify([...others, encoder]));
  } catch {
    // It will be measured again.
  }
}

function remembered(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
