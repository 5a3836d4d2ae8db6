import { remember, remembered } from './memory.ts';

const KEY = 'parable-slow-graphics';

/** Encoders, by key, with which this machine's graphics processor was measured slower than its processors. */
export function isGraphicsSlow(encoder: string): boolean {
  return slow().includes(encoder);
}

/** Remembers that it was, so that no later visit downloads the runtime for it again. */
export function rememberSlowGraphics(encoder: string): void {
  const others = slow().filter((each) => each !== encoder);
  remember(KEY, JSON.stringify([...others, encoder]));
}

function slow(): string[] {
  try {
    const list: unknown = JSON.parse(remembered(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
