import { Tokenizer } from 'htmlparser2';

export interface HtmlText {
  /** Of the document's head; empty without one. */
  readonly title: string;
  /** Of the first heading; empty without one. */
  readonly heading: string;
  /** Paragraphs and headings with a blank line between them, list items on lines of their own. */
  readonly text: string;
}

/** Elements whose contents are no text of the document. */
const SILENT = new Set(
  'script style noscript template svg math iframe object audio video canvas nav select textarea button'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(
  'p div section article main header footer aside blockquote pre table ul ol dl figure figcaption form fieldset address details summary hr h1 h2 h3 h4 h5 h6 body'.split(
    ' ',
  ),
);
const LINES = new Set('li tr dt dd br option'.split(' '));
const CELLS = new Set(['td', 'th']);
const HEADING = /^h[1-6]$/;

/**
 * What a page says, without anything that it would load or run: markup is read as a row of tags and
 * never becomes a page. Linear in its length, however deep its elements lie, for no tree is built.
 */
export function htmlText(html: string, xml = false): HtmlText {
  const reading = new Reading();
  let tag = '';
  const nameAt = (start: number, end: number): string =>
    html.slice(start, end).toLowerCase().replace(/^.*:/, '');
  const ignored = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: true },
    {
      onopentagname: (start, end) => reading.open((tag = nameAt(start, end))),
      onselfclosingtag: () => {
        if (xml) reading.close(tag);
      },
      onclosetag: (start, end) => reading.close(nameAt(start, end)),
      ontext: (start, end) => reading.text(html.slice(start, end)),
      ontextentity: (codepoint) => reading.text(String.fromCodePoint(codepoint)),
      oncdata: (start, end, offset) => reading.text(html.slice(start, end - offset)),
      onattribdata: ignored,
      onattribentity: ignored,
      onattribend: ignored,
      onattribname: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onend: ignored,
      onopentagend: ignored,
      onprocessinginstruction: ignored,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return reading.result();
}

/** Takes the tags and texts of a page one after the other. */
class Reading {
  readonly #out = new TextBuilder();
  /** How many elements of a kind are open. */
  readonly #depth = { silent: 0, title: 0, heading: 0, preformatted: 0, cell: 0 };
  #title = '';
  #heading: string | null = null;

  open(name: string): void {
    const depth = this.#depth;
    this.#count(name, 1);
    if (depth.silent > 0) return;
    if (HEADING.test(name) && this.#heading === null) [this.#heading, depth.heading] = ['', 1];
    if (CELLS.has(name) || (depth.cell > 0 && PARAGRAPHS.has(name))) this.#out.cell();
    else if (PARAGRAPHS.has(name)) this.#out.paragraph();
    else if (LINES.has(name)) this.#out.line(name === 'li' ? '- ' : '');
  }

  text(text: string): void {
    const { silent, title, heading, preformatted } = this.#depth;
    if (silent > 0) return;
    if (title > 0) {
      this.#title += text;
      return;
    }
    if (heading > 0) this.#heading = (this.#heading ?? '') + text;
    this.#out.text(text, preformatted > 0);
  }

  close(name: string): void {
    const depth = this.#depth;
    this.#count(name, -1);
    if (HEADING.test(name)) depth.heading = 0;
    if (depth.silent === 0 && depth.cell === 0 && PARAGRAPHS.has(name)) this.#out.paragraph();
  }

  result(): HtmlText {
    const [title, heading] = [plain(this.#title), plain(this.#heading ?? '')];
    return { title, heading, text: this.#out.result() };
  }

  #count(name: string, step: 1 | -1): void {
    const depth = this.#depth;
    const move = (kind: 'silent' | 'title' | 'preformatted' | 'cell'): void => {
      depth[kind] = Math.max(0, depth[kind] + step);
    };
    if (SILENT.has(name)) move('silent');
    else if (name === 'title') move('title');
    else if (name === 'pre') move('preformatted');
    else if (CELLS.has(name)) move('cell');
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Joins pieces of text with the breaks that were asked for between them, the widest one winning. */
class TextBuilder {
  readonly #parts: string[] = [];
  #break: '' | ' ' | '\t' | '\n' | '\n\n' = '';
  #lead = '';

  paragraph(): void {
    this.#break = '\n\n';
    this.#lead = '';
  }

  line(lead: string): void {
    if (this.#break !== '\n\n') this.#break = '\n';
    this.#lead = lead;
  }

  cell(): void {
    if (this.#break === '' || this.#break === ' ') this.#break = '\t';
  }

  text(text: string, preformatted: boolean): void {
    const flat = preformatted ? text.replace(/\r\n?/g, '\n') : text.replace(/[\s\u00a0]+/g, ' ');
    const starts = !preformatted && flat.startsWith(' ');
    const body = preformatted ? flat : flat.trim();
    if (starts) this.#space();
    if (body === '') return;
    if (this.#parts.length > 0) this.#parts.push(this.#break);
    this.#parts.push(this.#lead, body);
    this.#break = '';
    this.#lead = '';
    if (!preformatted && flat.endsWith(' ')) this.#space();
  }

  #space(): void {
    if (this.#break === '') this.#break = ' ';
  }

  result(): string {
    return this.#parts.join('').trim();
  }
}
