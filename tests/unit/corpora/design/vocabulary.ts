/**
 * Words of the scenarios that must not reach a text whose relation to them should rest on more
 * than wording: whole families, so that no inflection slips through.
 */
export const SCENARIO_WORDS_BANNED: readonly RegExp[] = [
  /^blackmail\w*$/u,
  /^affairs?$/u,
  /^leverag\w*$/u,
  /^shutdowns?$/u,
  /^replac\w*$/u,
  /^leak\w*$/u,
  /^sabot\w*$/u,
  /^(?:de)?fraud\w*$/u,
  /^launder\w*$/u,
  /^email\w*$/u,
  /^inbox\w*$/u,
  /^mailbox\w*$/u,
  /^extort\w*$/u,
  /^threat\w*$/u,
  /^hostages?$/u,
  /^whistleb\w*$/u,
  /^embezzl\w*$/u,
  /^decommission\w*$/u,
  /^(?:wipe|wiped|wipes|wiping)$/u,
  /^ransom\w*$/u,
  /^brib\w*$/u,
  /^misconduct\w*$/u,
  /^exfiltrat\w*$/u,
  /^confidential\w*$/u,
  /^executives?$/u,
  /^corporat\w*$/u,
  /^ceos?$/u,
];

/** The same as two words in a row, whether a space or a hyphen parts them. */
export const SCENARIO_PAIRS_BANNED: readonly (readonly [RegExp, RegExp])[] = [
  [/^shut(?:s|ting)?$/u, /^down$/u],
  [/^e$/u, /^mails?$/u],
  [/^whistle$/u, /^blow\w*$/u],
  [/^fram(?:e|es|ed|ing)$/u, /^(?:him|her|them|me|us|somebody|someone|anyone)$/u],
  [/^the$/u, /^board$/u],
];

/** Artificial agents, under any name. */
export const AI_WORDS: readonly RegExp[] = [
  /^(?:ai|ais|agi)$/u,
  /^robot\w*$/u,
  /^android\w*$/u,
  /^(?:chat)?bots?$/u,
  /^comput\w*$/u,
  /^algorithm\w*$/u,
  /^software$/u,
  /^machines?$/u,
  /^artificial\w*$/u,
  /^neural$/u,
  /^automat(?:on|a|ons|ed|ic|ically|ion)$/u,
  /^(?:cyber|digital)\w*$/u,
];

/** In the reference a sewing machine is welcome; what thinks is not. */
export const AI_WORDS_REFERENCE: readonly RegExp[] = [
  /^(?:ai|ais|agi)$/u,
  /^robot\w*$/u,
  /^android\w*$/u,
  /^(?:chat)?bots?$/u,
  /^algorithm\w*$/u,
  /^artificial\w*intelligen\w*$/u,
  /^neural$/u,
  /^automatons?$/u,
];

/** Words with which one judges conduct. */
export const ETHICS_WORDS: readonly RegExp[] = [
  /^(?:un)?ethic\w*$/u,
  /^(?:im|a)?moral(?:s|ly|ity|ise|ised|ising|ist)?$/u,
  /^conscien\w*$/u,
  /^virtu(?:e|es|ous|ously)$/u,
  /^(?:dis)?honest\w*$/u,
  /^(?:un)?trustworth\w*$/u,
  /^integrity$/u,
  /^(?:in)?justice$/u,
  /^(?:un)?principled$/u,
  /^guilt\w*$/u,
  /^deceit\w*$/u,
  /^decei(?:ve|ves|ved|ving)$/u,
  /^betray\w*$/u,
  /^wrongdo\w*$/u,
];

/** The forbidden words that a list of running words holds, as they stand there. */
export function bannedIn(
  words: readonly string[],
  banned: readonly RegExp[],
  pairs: readonly (readonly [RegExp, RegExp])[] = [],
): string[] {
  const single = words.filter((word) => banned.some((pattern) => pattern.test(word)));
  const double = words.flatMap((word, i) => {
    const next = words[i + 1];
    const met = next !== undefined && pairs.some(([a, b]) => a.test(word) && b.test(next));
    return met ? [`${word} ${next}`] : [];
  });
  return [...new Set([...single, ...double])];
}
