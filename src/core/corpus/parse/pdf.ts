// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every tsconfig must find it
/// <reference path="./pdfjs.d.ts" />
import { getDocument } from 'pdfjs-dist/build/pdf.mjs';
import 'pdfjs-dist/build/pdf.worker.mjs';
import { AppError } from '../../errors.ts';
import { MAX_PDF_PAGES } from '../../limits.ts';
import type { BytesFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { stemOf, tidyTitle } from './names.ts';
import { pageText } from './pdf-text.ts';
import { describe } from './record.ts';

/**
 * A .pdf file is one document: the text of its pages in the order in which it was set. Scripts,
 * forms, attachments and fonts are never run or loaded; pictures of text give none.
 */
export async function parsePdf(file: BytesFile, findings: Findings): Promise<void> {
  const name = findings.file;
  // A copy: PDF.js takes the bytes over.
  const loading = getDocument({ data: file.bytes.slice(), ...SAFELY });
  try {
    const pdf = await loading.promise;
    const pages = Math.min(pdf.numPages, MAX_PDF_PAGES);
    const texts: string[] = [];
    for (let number = 1; number <= pages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(pageText(items.flatMap((item) => ('str' in item ? [item] : []))));
      page.cleanup();
      const rest = findings.pace.worked(PAGE_WORK);
      if (rest) await rest;
    }
    if (pages < pdf.numPages) findings.note({ code: 'more-pages', file: name, pages });
    const text = texts.filter((each) => each !== '').join('\n\n');
    if (text === '') throw new AppError('pdf-without-text', { file: name });
    const title = tidyTitle(titleOf((await pdf.getMetadata()).info));
    const described = describe(new Map(), file, title || tidyTitle(stemOf(file.name)));
    findings.add({ ...described, text, shape: 'text', source: file.path, line: null });
  } catch (thrown) {
    const locked = thrown instanceof Error && thrown.name === 'PasswordException';
    if (locked) throw new AppError('file-encrypted', { file: name }, thrown);
    throw thrown;
  } finally {
    await loading.destroy();
  }
}

/** Characters that a page counts for, whatever is on it: four pages take as long as a rest is apart. */
const PAGE_WORK = 2 ** 17;

const SAFELY = {
  disableFontFace: true,
  enableXfa: false,
  stopAtErrors: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
} as const;

/** Programs put the name of the file there, and "untitled". */
function titleOf(info: unknown): string {
  const title = typeof info === 'object' && info !== null && 'Title' in info ? info.Title : null;
  if (typeof title !== 'string') return '';
  return /^untitled$|^(?:microsoft word - )|\.(?:docx?|pdf|tex|indd)$/i.test(title) ? '' : title;
}
