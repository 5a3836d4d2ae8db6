import type { Role } from '../model.ts';
import { findBoilerplate, type Boilerplate } from './boilerplate.ts';
import { findDuplicates } from './duplicates.ts';
import type { Print } from './print.ts';

/** Texts that come in together, by their prints. */
export interface Bunch {
  readonly key: string;
  readonly role: Role;
  readonly prints: readonly Print[];
}

/** A text that repeats an earlier one of its role. */
export interface Repeat {
  /** Of its bunch. */
  readonly key: string;
  /** Its place in the bunch. */
  readonly at: number;
  readonly exact: boolean;
}

/** What repeats among texts that are about to come in. */
export interface Survey {
  readonly repeats: readonly Repeat[];
  /** By the key of a bunch; bunches without any are left out. */
  readonly boilerplate: ReadonlyMap<string, Boilerplate>;
}

export const NO_REPEATS: Survey = { repeats: [], boilerplate: new Map() };

/**
 * Duplicates within each role (the same text in both is leakage, and nothing to leave out), and lines
 * that recur within each bunch.
 */
export function survey(bunches: readonly Bunch[]): Survey {
  const repeats: Repeat[] = [];
  for (const role of ['training', 'evaluation'] as const) {
    const texts = bunches
      .filter((bunch) => bunch.role === role)
      .flatMap(({ key, prints }) => prints.map((print, at) => ({ key, at, print })));
    for (const { at, exact } of findDuplicates(texts.map(({ print }) => print))) {
      const text = texts[at];
      if (text) repeats.push({ key: text.key, at: text.at, exact });
    }
  }
  const same = new Set(repeats.filter(({ exact }) => exact).map(({ key, at }) => `${at} ${key}`));
  const boilerplate = new Map<string, Boilerplate>();
  for (const { key, prints } of bunches) {
    const places = [...prints.keys()].filter((at) => !same.has(`${at} ${key}`));
    const found = findBoilerplate(places.map((at) => prints[at]!));
    const example = places[found.example];
    if (example !== undefined) boilerplate.set(key, { ...found, example });
  }
  return { repeats, boilerplate };
}
