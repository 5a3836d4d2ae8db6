import type { Explorer } from '../../state/explorer.svelte.ts';
import { names as corrections } from '../words/correction.ts';
import * as words from '../words/picture.ts';

/** What every picture says of how it was made: encoder and correction. */
export function settingsOf({ encoders, session }: Explorer): string {
  const name = encoders.current?.spec.name ?? null;
  return words.madeWith(name, corrections[session.view.correction].name);
}
