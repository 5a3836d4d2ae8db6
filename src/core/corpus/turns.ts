/** Who speaks first, or asks: without one of these a text with names and colons is a play or a list. */
const ASKING = /^(?:System|User|Human|Prompt|Question)$/;
/** A paragraph that begins with a speaker's name: one or two capitalised words and a colon. */
const TURN =
  /(?:^|\n[ \t]*\r?\n)[ \t]*((?:\p{Lu}[\p{L}\p{N}]{0,19})(?: \p{Lu}[\p{L}\p{N}]{0,19})?):(?=\s)/gu;

/**
 * Where the turns of a conversation begin, as `chatText` and many data sets write them: `User: …`, a
 * blank line, `Assistant: …`. The text must begin with a turn, have at least two speakers, and one of
 * them must be a user or a system.
 *
 * @returns UTF-16 offsets of the names, ascending; none for any other text
 */
export function turnStarts(text: string): number[] {
  const starts: number[] = [];
  const speakers = new Set<string>();
  for (const { 0: found, 1: name = '', index } of text.matchAll(TURN)) {
    starts.push(index + found.length - name.length - 1);
    speakers.add(name);
  }
  const begins = text.slice(0, starts[0]).trim() === '';
  const asked = [...speakers].some((name) => ASKING.test(name));
  return begins && asked && speakers.size > 1 ? starts : [];
}
