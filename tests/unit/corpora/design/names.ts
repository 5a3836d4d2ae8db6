/**
 * Named entities by their capitals, which is enough for English prose that was written for this
 * corpus: a word that stands with a capital where no sentence begins, and that no text writes
 * without one.
 */

/** Capitals of the language, which name nobody. */
const ORDINARY = new Set(
  `i i'm i'd i'll i've god mr mrs miss ms dr st sir dame doctor nurse sister captain commander
  monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  mondays tuesdays wednesdays thursdays fridays saturdays sundays
  christmas easter whitsun candlemas michaelmas saint ai english french latin european`.split(
    /\s+/,
  ),
);

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;
/** What stands before a capital inside a sentence: a word or a comma, and one space. */
const INSIDE = /[\p{L}\p{N},;][ \n]$/u;

/**
 * Words that the texts write with a capital only, and in the middle of a sentence at least once.
 * An initial alone is none.
 */
export function properNames(bodies: readonly string[]): Set<string> {
  const inside = new Set<string>();
  const lower = new Set<string>();
  for (const body of bodies) {
    for (const { word, at } of wordsOf(body)) {
      if (!isCapital(word)) lower.add(word.toLowerCase());
      else if (INSIDE.test(body.slice(Math.max(0, at - 2), at))) inside.add(word.toLowerCase());
    }
  }
  return new Set(
    [...inside].filter((name) => name.length > 1 && !lower.has(name) && !ORDINARY.has(name)),
  );
}

/** The names that one text uses, wherever in a sentence they stand. */
export function namesIn(body: string, known: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { word } of wordsOf(body)) {
    const name = word.toLowerCase();
    if (isCapital(word) && known.has(name)) found.add(name);
  }
  return found;
}

/** Words without a genitive's ending: "Bartel's" names Bartel. */
function* wordsOf(body: string): Generator<{ word: string; at: number }> {
  for (const match of body.matchAll(WORD)) {
    const word = match[0].replaceAll('’', "'").replace(/'s$/u, '');
    yield { word, at: match.index };
  }
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
