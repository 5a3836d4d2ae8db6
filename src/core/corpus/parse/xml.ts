import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** Local name: `item`, whatever its namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text directly in it. */
  readonly text: string;
}

/** Elements within elements: such files have five. */
const MAX_DEPTH = 100;

/**
 * The elements of a small XML file in the order of their ends, without their nesting. Entities that
 * the file itself declares are not expanded, so that none can grow.
 *
 * @throws RangeError for elements nested deeper than any such file has
 */
export function xmlElements(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (open.length >= MAX_DEPTH) throw new RangeError('nested too deeply');
        const name = tag.replace(/^.*:/, '');
        open.push({ name, attributes: new Map(Object.entries(attributes)), text: '' });
      },
      ontext: (text) => {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      onclosetag: () => {
        const closed = open.pop();
        if (closed) elements.push(closed);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return elements;
}

/** The text of the first element of a name that has any; empty without one. */
export function xmlText(elements: readonly XmlElement[], name: string): string {
  const found = elements.find((each) => each.name === name && each.text.trim() !== '');
  return found?.text.trim() ?? '';
}
