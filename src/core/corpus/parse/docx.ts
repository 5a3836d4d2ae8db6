// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every tsconfig must find it
/// <reference path="./mammoth.d.ts" />
import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';
import mammoth from 'mammoth/mammoth.browser.min.js';
import { AppError } from '../../errors.ts';
import { bytesSource, zipReader } from './byte-source.ts';
import type { BytesFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { htmlText } from './html-text.ts';
import { stemOf, tidyTitle } from './names.ts';
import { DocumentPackage } from './package.ts';
import { describe } from './record.ts';
import { xmlElements, xmlText } from './xml.ts';

const PART = /\.(?:xml|rels)$/i;
const PROPERTIES = 'docProps/core.xml';

/**
 * A .docx file is one document: headings, paragraphs, lists and tables as plain text, without images,
 * comments and what a field would fetch. Title from its properties, else its first heading.
 */
export async function parseDocx(file: BytesFile, findings: Findings): Promise<void> {
  const parts = await DocumentPackage.open(findings.file, file.bytes);
  const { text, heading } = htmlText(await toHtml(parts));
  if (text === '') throw new AppError('file-empty', { file: findings.file });
  const properties = parts.paths.includes(PROPERTIES) ? await parts.text(PROPERTIES) : '';
  const title = tidyTitle(xmlText(xmlElements(properties), 'title') || heading);
  findings.add({
    ...describe(new Map(), file, title || tidyTitle(stemOf(file.name))),
    text,
    shape: 'text',
    source: file.path,
    line: null,
  });
}

/** mammoth opens an archive by itself, so it is given one of the parts that were read under limits. */
async function toHtml(parts: DocumentPackage): Promise<string> {
  const packed: Uint8Array[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (part) => void packed.push(part) });
  const writer = new ZipWriter(sink, { level: 0, useWebWorkers: false });
  for (const path of parts.paths.filter((each) => PART.test(each))) {
    await writer.add(path, zipReader(bytesSource(await parts.bytes(path))));
  }
  await writer.close();
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const options = { convertImage, externalFileAccess: false } as const;
  const { value } = await mammoth.convertToHtml({ arrayBuffer: joined(packed) }, options);
  return value;
}

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}
