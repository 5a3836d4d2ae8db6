interface FrontMatter {
  readonly meta: ReadonlyMap<string, string>;
  /** The text after the block, as written; the whole text where there is no block. */
  readonly body: string;
}

/** Lines within which a block must close: longer ones are a document that begins with a rule. */
const MAX_LINES = 200;
const FIELD = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}?)\s{0,9}:(?:\s+(.*))?$/u;

/**
 * Reads a block of `key: value` lines between two `---` lines at the top of a text. Values are
 * plain strings, quotes around them removed; list items and indented lines below a key join it with
 * commas; comments are skipped. Whatever is not of this form is no front matter but text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { meta: new Map(), body: text };
  const meta = new Map<string, string>();
  let key: string | null = null;
  let number = 0;
  for (const { line, next } of linesOf(text)) {
    const content = line.trim();
    if (number === 0 && line.trimEnd() !== '---') return none;
    if (number > 0 && content === '---') {
      return meta.size > 0
        ? { meta, body: text.slice(next).replace(/^(?:[ \t]*\r?\n)+/, '') }
        : none;
    }
    if (number++ === 0 || content === '' || content.startsWith('#')) continue;
    const field = /^\s|^- /.test(line) ? null : FIELD.exec(content);
    if (field?.[1] !== undefined) {
      key = field[1];
      meta.set(key, unquote(field[2] ?? ''));
    } else if (key !== null && /^\s|^- /.test(line)) {
      const item = unquote(content.replace(/^- +/, ''));
      meta.set(key, [meta.get(key), item].filter(Boolean).join(', '));
    } else return none;
  }
  return none;
}

function* linesOf(text: string): Generator<{ line: string; next: number }> {
  let start = 0;
  for (let count = 0; count < MAX_LINES && start < text.length; count++) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    yield { line: text.slice(start, next).replace(/\r?\n$/, ''), next };
    start = next;
  }
}

function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}
