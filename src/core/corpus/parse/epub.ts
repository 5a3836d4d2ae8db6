import { AppError } from '../../errors.ts';
import type { BytesFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { htmlText } from './html-text.ts';
import { folderGroup, stemOf, tidyTitle } from './names.ts';
import { DocumentPackage } from './package.ts';
import { describe } from './record.ts';
import { xmlElements, xmlText, type XmlElement } from './xml.ts';

const CONTAINER = 'META-INF/container.xml';

/**
 * An .epub file is one document for each chapter, that is each part of its reading order that has
 * text. The book's title names the group, unless a folder does.
 */
export async function parseEpub(file: BytesFile, findings: Findings): Promise<void> {
  const parts = await DocumentPackage.open(findings.file, file.bytes);
  const container = xmlElements(await parts.text(CONTAINER));
  const root = attributeOf(container, 'rootfile', 'full-path');
  if (root === null) throw new AppError('file-damaged', { file: findings.file });
  const book = xmlElements(await parts.text(root));
  const title = tidyTitle(xmlText(book, 'title')) || tidyTitle(stemOf(file.name));
  const group = folderGroup(file) ?? title;
  let number = 0;
  for (const path of readingOrder(book, root)) {
    if (!parts.paths.includes(path)) continue;
    const page = await parts.text(path);
    const { heading, text } = htmlText(page, true);
    const rest = findings.pace.worked(page.length);
    if (rest) await rest;
    if (text === '') continue;
    number++;
    const described = describe(new Map(), file, tidyTitle(heading) || `${title}, ${number}`);
    findings.add({ ...described, group, text, shape: 'chapter', source: file.path, line: number });
  }
}

/** Paths of the chapters, those that lie outside the reading order left out. */
function readingOrder(book: readonly XmlElement[], root: string): string[] {
  const items = book.filter(({ name }) => name === 'item');
  const hrefs = new Map(
    items.map(({ attributes }) => [attributes.get('id'), attributes.get('href')]),
  );
  const folder = root.split('/').slice(0, -1);
  return book
    .filter(({ name, attributes }) => name === 'itemref' && attributes.get('linear') !== 'no')
    .flatMap(({ attributes }) => hrefs.get(attributes.get('idref')) ?? [])
    .map((href) => resolved(folder, href));
}

function resolved(folder: readonly string[], href: string): string {
  const path = [...folder];
  for (const step of decoded(href.replace(/#.*$/s, '')).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function attributeOf(
  elements: readonly XmlElement[],
  element: string,
  attribute: string,
): string | null {
  const found = elements.find(
    ({ name, attributes }) => name === element && attributes.has(attribute),
  );
  return found?.attributes.get(attribute) ?? null;
}
