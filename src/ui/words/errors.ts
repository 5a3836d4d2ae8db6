import type { AppError, ErrorCode, ErrorParams } from '../../core/errors.ts';
import { count, counted, fileSize, megabytes } from './figures.ts';

/** What happened, to what; and what the reader can do. Whole sentences. */
export interface ErrorWords {
  readonly what: string;
  readonly remedy: string;
}

type Words = { readonly [C in ErrorCode]: (params: ErrorParams[C]) => ErrorWords };

const READABLE =
  'Text (.txt, .md, .html), documents (.docx, .pdf, .epub), records (.json, .jsonl, .csv, .tsv, .parquet), vectors beside them (.npy) and .zip files of these can be read.';

/** How much is left of a project file that held `of` documents; null where it does not say. */
function cutShort(documents: number, of: number | null): string {
  if (of === null)
    return `breaks off in the middle of a line, after ${counted(documents, 'document')}`;
  if (documents < of)
    return `is not whole: it has ${count(documents)} of its ${counted(of, 'document')}`;
  return `is not whole: its ${counted(documents, 'document')} are there, its groups and axes are not`;
}

/** Words for every code: one that is missing here does not compile. */
export const ERROR_WORDS: Words = {
  'archive-nested': ({ file }) => ({
    what: `${file} is an archive inside an archive.`,
    remedy: 'Unpack it and drop what it holds.',
  }),
  'archive-too-large': ({ file, bytes, limit }) => ({
    what: `${file} would unpack to ${megabytes(bytes)} or more; at most ${megabytes(limit)} can be unpacked here.`,
    remedy: 'If you trust it, unpack it yourself and drop its files in parts.',
  }),
  'archive-too-many': ({ file, limit }) => ({
    what: `${file} holds more than ${counted(limit, 'file')}.`,
    remedy: 'Unpack it and drop the folder that you mean.',
  }),
  cancelled: () => ({
    what: 'Stopped before the end.',
    remedy: 'What was finished is kept. Start again to go on from there.',
  }),
  'csv-malformed': ({ file, line }) => ({
    what: `${file} is not valid CSV from line ${count(line)} on.`,
    remedy:
      'Look for an unclosed quotation mark there, or save the table as CSV (UTF-8) again, and drop it anew.',
  }),
  'csv-without-text': ({ file, columns }) => ({
    what: `No column of ${file} holds texts. Its columns are: ${columns}.`,
    remedy:
      'Say in its list of columns which one holds the texts, or name that column “text” and drop the file again.',
  }),
  'demo-mismatch': ({ url }) => ({
    what: `The demo’s texts and vectors were not built together: ${url}`,
    remedy:
      'Reload the page without its cache. If that does not help, the site must be built again.',
  }),
  'demo-unavailable': ({ url }) => ({
    what: `A part of this site did not load: ${url}`,
    remedy: 'Check that the site can be reached, then try again.',
  }),
  'device-failed': ({ encoder, reason }) => ({
    what: `The graphics processor could not go on with ${encoder} (${reason}), so it is not used.`,
    remedy: 'Nothing is lost: the processor goes on from there, more slowly.',
  }),
  'device-refused': ({ encoder, cosine }) => ({
    what: `The graphics processor gives wrong vectors with ${encoder} (cosine ${cosine.toFixed(3)} with the processor’s), so it is not used.`,
    remedy: 'Nothing is lost: the processor embeds instead, more slowly.',
  }),
  'document-too-long': ({ file, line, chars, limit }) => ({
    what: `${file}, line ${count(line)}: a text of ${count(chars)} characters; at most ${count(limit)} fit into one document.`,
    remedy: 'Split it into chapters or sections and drop those.',
  }),
  'download-corrupt': ({ encoder, file, reason }) => ({
    what: `What arrived of ${encoder} is not what it should be: ${file} (${reason}).`,
    remedy:
      'That file was thrown away; download the model again. If it happens twice, something between you and the hub changes what is sent.',
  }),
  'download-interrupted': ({ encoder, bytes, total }) => ({
    what: `The download of ${encoder} broke off; ${fileSize(bytes)} of ${fileSize(total)} are here.`,
    remedy:
      'They are kept. Check that you are online, then go on from there. If it breaks off at once each time, your network or this site’s policy keeps the hub’s download hosts out.',
  }),
  'download-no-room': ({ encoder, bytes, total }) => ({
    what: `There is no room for ${encoder}: ${fileSize(bytes)} of ${fileSize(total)} are here.`,
    remedy:
      'They are kept. Free what you do not need under “Storage…”, or make room on the disk, then go on from there.',
  }),
  'encoder-elsewhere': ({ encoder }) => ({
    what: `Nothing here can embed texts as “${encoder}” does: only vectors that came along are known.`,
    remedy: 'Change to an encoder that comes with this site, or bring its model.',
  }),
  'encoder-fewer-workers': ({ encoder, workers }) => ({
    what: `This machine has no room for as many copies of ${encoder} as it has processors; ${counted(workers, 'copy', 'copies')} ${workers === 1 ? 'goes' : 'go'} on.`,
    remedy: 'Nothing is lost. It goes faster if you close other pages before the next time.',
  }),
  'encoder-memory': ({ encoder }) => ({
    what: `There is not enough memory for the encoder ${encoder}.`,
    remedy:
      'Finished work is kept. Close other pages and go on, or choose a smaller encoder or one with 8-bit weights.',
  }),
  'encoder-wrong': ({ encoder, reason }) => ({
    what: `The encoder ${encoder} was tried on texts whose vectors are known and gave wrong ones (${reason}), so it is not used.`,
    remedy:
      'Choose another encoder. If the model is your own, or you downloaded it, remove it and bring it anew; another browser may compute it correctly.',
  }),
  'file-binary': ({ file }) => ({
    what: `${file} is not a text file, whatever its name says.`,
    remedy: 'Export it as plain text (UTF-8) from the program that made it, and drop that.',
  }),
  'file-damaged': ({ file }) => ({
    what: `${file} is damaged or cut off, or is not of the kind that its ending says.`,
    remedy: 'Download or save it again and drop that. If it opens elsewhere, export its text.',
  }),
  'file-empty': ({ file }) => ({
    what: `${file} has no text in it.`,
    remedy: 'If it should have, open it, save it again and drop it anew. Otherwise leave it out.',
  }),
  'file-encrypted': ({ file }) => ({
    what: `${file} is encrypted.`,
    remedy: 'Remove its password and drop it again.',
  }),
  'file-fatal': ({ file, attempts }) => ({
    what: `Reading ${file} ended the background task ${counted(attempts, 'time')} in a row, so it was left out. Perhaps it needs more memory than there is.`,
    remedy: 'Close other pages and drop it again, or split it into smaller files and drop those.',
  }),
  'file-stuck': ({ file }) => ({
    what: `${file} keeps its reader busy without end, so it was left out. It is probably damaged.`,
    remedy:
      'Download or save it again and drop that. If it opens elsewhere, export its text (as .txt or .csv).',
  }),
  'file-too-large': ({ file, bytes, limit }) => ({
    what: `${file} has ${megabytes(bytes)}; a file may have ${megabytes(limit)}.`,
    remedy: 'Split it into smaller files and drop those.',
  }),
  'file-unreadable': ({ file }) => ({
    what: `${file} could not be opened. It may have been moved, or this browser may not read it.`,
    remedy: 'Check that it is still there and that you may read it, then drop it again.',
  }),
  'file-unsupported': ({ file, extension }) => ({
    what:
      extension === ''
        ? `${file} has no file ending, so its kind is unknown.`
        : `${file} is of a kind that cannot be read here: .${extension}`,
    remedy: `${READABLE} Save it as one of these and drop it again.`,
  }),
  'folder-empty': ({ folder }) => ({
    what: `The folder ${folder} has no files in it.`,
    remedy: 'Drop the folder that holds the files themselves.',
  }),
  'hub-file-missing': ({ encoder, file }) => ({
    what: `The hub has no ${file} of ${encoder}, so the model cannot be used here.`,
    remedy:
      'Choose a transformer that has tokenizer.json and onnx/model_quantized.onnx (many were converted under Xenova/ and onnx-community/), or a static model in model2vec’s format.',
  }),
  'hub-model-unknown': ({ encoder }) => ({
    what: `The hub has no model ${encoder} that everyone may download.`,
    remedy:
      'Check its name, owner first, as in Xenova/gte-small. Private ones can be dropped as a folder.',
  }),
  'hub-refused': ({ encoder, reason }) => ({
    what: `The hub did not hand out ${encoder}: ${reason}.`,
    remedy:
      'Wait a little and try again. A model that asks for an account can be dropped as a folder.',
  }),
  'hub-unreachable': ({ encoder }) => ({
    what: `The hub could not be asked for ${encoder}.`,
    remedy:
      'Check that you are online, then try again. If you are, your network or this site’s policy keeps the hub out.',
  }),
  'insecure-context': () => ({
    what: 'This page was opened over plain http, where browsers switch off what it is built on.',
    remedy: 'Open it over https, or from this very machine as http://localhost.',
  }),
  'json-file-malformed': ({ file }) => ({
    what: `${file} is not valid JSON.`,
    remedy:
      'If it has one object on each line, name it .jsonl. Otherwise export it again and drop it.',
  }),
  'json-malformed': ({ file, line }) => ({
    what: `${file}, line ${count(line)}: not valid JSON, or nested too deeply.`,
    remedy:
      'Each line, or each item of a list, must be one JSON object. Correct it and drop it again.',
  }),
  'model-corrupt': ({ encoder, file, reason }) => ({
    what: `The encoder ${encoder} cannot be used: ${file} is damaged (${reason}).`,
    remedy:
      'Reload the page to fetch it again; if you downloaded the model, remove it and download it again; if it is your own, get that file anew. If nothing helps, the site must be rebuilt.',
  }),
  'model-missing': ({ encoder, file }) => ({
    what: `The encoder ${encoder} cannot be used: ${file} is missing.`,
    remedy:
      'Check that the site can be reached and reload the page. If the model is your own, bring its whole folder: config.json, tokenizer.json, and model.safetensors or tokenizer_config.json and onnx/…. If you downloaded it, remove it and download it again.',
  }),
  'model-unsupported': ({ encoder, reason }) => ({
    what: `The encoder ${encoder} is of a kind that Parable cannot run (${reason}).`,
    remedy:
      'Choose another one: a sentence encoder for Transformers.js that takes the mean or the first of its tokens, or a static model in model2vec’s format whose tokenizer is WordPiece, BPE or Unigram. If it came with this site, ask whoever hosts it.',
  }),
  'pattern-malformed': ({ reason }) => ({
    what: `This is no regular expression yet: ${reason}.`,
    remedy: 'Until it is one, the rule fits nothing.',
  }),
  'pattern-stuck': ({ pattern }) => ({
    what: `The pattern “${pattern}” took too long on one of the documents and was stopped; it fits nothing.`,
    remedy: 'Write it without a repetition inside a repetition, such as (a+)+, or use “contains”.',
  }),
  'predictions-malformed': ({ id, reason }) => ({
    what: `The predictions of the exhibits cannot be read: ${id}: ${reason}.`,
    remedy:
      'Tell whoever hosts this site: the file exhibits/predictions.json is not the one it came with.',
  }),
  'pdf-unavailable': ({ file }) => ({
    what: `${file} is a PDF, which this version of Node cannot read.`,
    remedy: 'Use Node 22.13 or newer, or drop the file on the page in a browser.',
  }),
  'pdf-without-text': ({ file }) => ({
    what: `${file} has no text in it, perhaps only pictures of its pages.`,
    remedy: 'Run it through a program that recognises text (OCR), then drop the result.',
  }),
  'project-cut-short': ({ file, documents, of }) => ({
    what: `${file} ${cutShort(documents, of)}.`,
    remedy: 'Download or save it again and drop that.',
  }),
  'project-damaged': ({ file, records }) => ({
    what: `${file} is damaged: ${counted(records, 'line')} of it cannot be read.`,
    remedy: 'Download or save it again and drop that.',
  }),
  'project-malformed': ({ file }) => ({
    what: `${file} is not a project of Parable, or its beginning is damaged.`,
    remedy: 'Drop the file that “Save as a file” gave, unchanged.',
  }),
  'project-newer': ({ file, found, known }) => ({
    what: `${file} was written by a newer Parable (format ${count(found)}; this one knows ${count(known)}).`,
    remedy: 'Reload the page to get the newer version, then drop it again.',
  }),
  'record-malformed': ({ kind, id }) => ({
    what: `A stored ${kind} could not be read and was left out${id && ` (${id})`}.`,
    remedy: 'If one of your documents is missing, drop its file again.',
  }),
  'record-without-text': ({ file, line }) => ({
    what: `${file}, line ${count(line)}: a record without a text.`,
    remedy: 'Give it a field “text” and drop the file again, or leave that record out.',
  }),
  'storage-full': () => ({
    what: 'This machine’s storage for the page is full, so new work is kept in memory only.',
    remedy:
      'Go on; before you close the page, make room on the disk, or free what you do not need under “Storage…”.',
  }),
  'storage-newer': ({ found, known }) => ({
    what: `What is stored here was written by a newer Parable (format ${count(found)}; this one knows ${count(known)}).`,
    remedy: 'Reload the page to get the newer version. Nothing that is stored has been changed.',
  }),
  'storage-unavailable': () => ({
    what: 'This browser lets the page store nothing, so your documents last until you close it.',
    remedy: 'Leave private browsing, or allow this site to store data, if you want to keep them.',
  }),
  'too-many-files': ({ count: files, limit }) => ({
    what: `${counted(files, 'file')} at once; at most ${count(limit)} can be read in one go.`,
    remedy: 'Drop the folder that you mean rather than one above it, or drop it in parts.',
  }),
  'vector-length': ({ file, line, found, expected }) => ({
    what: `${file}, line ${count(line)}: a vector of ${counted(found, 'dimension')}, where the first one has ${count(expected)}.`,
    remedy:
      'The document can be added without it. Vectors of one file must come from one encoder; embed that record again, then drop the file anew.',
  }),
  'vector-unusable': ({ file, line, fault }) => ({
    what: `${file}, ${file.endsWith('.npy') ? 'row' : 'line'} ${count(line)}: ${fault === 'zero' ? 'a vector of zeros, which has no direction' : 'a vector with a number that is missing or not finite'}.`,
    remedy:
      'The document can be added without it. Embed that record again, then drop the file anew.',
  }),
  'vectors-malformed': ({ file, reason }) => ({
    what: `${file} cannot be read as vectors: ${reason}.`,
    remedy:
      'Save a matrix of 16-, 32- or 64-bit floats with numpy.save, a row for each record of the table, and drop both again.',
  }),
  'vectors-misfit': ({ file, rows, table, records }) => ({
    what: `${file} has ${counted(rows, 'row')}, but ${table} beside it has ${counted(records, 'record')}.`,
    remedy:
      'The documents can be added without vectors. Save a row for each record, in their order, and drop both again.',
  }),
  'vectors-without-table': ({ file }) => ({
    what: `${file} holds vectors, and no table of that name came with it.`,
    remedy:
      'Drop the table as well, named alike but for its ending (.jsonl, .json, .csv, .tsv or .parquet).',
  }),
  'view-unknown': ({ version }) => ({
    what: `This link was made by another version of Parable (${version}) and cannot be followed.`,
    remedy: 'The map is shown as at the start. Open the link with the version that made it.',
  }),
  'worker-died': ({ worker }) => ({
    what: `The background task “${worker}” ended unexpectedly.`,
    remedy: 'Finished work is kept. Try again to go on from there.',
  }),
  'worker-stuck': ({ worker }) => ({
    what: `The background task “${worker}” showed no sign of life and was ended.`,
    remedy: 'Finished work is kept. Try again to go on from there.',
  }),
  'worker-unavailable': ({ worker, attempts }) => ({
    what: `The background task “${worker}” stopped ${counted(attempts, 'time')} in a row.`,
    remedy: 'Finished work is kept. Close other pages to free memory, then reload this one.',
  }),
  unexpected: ({ message }) => ({
    what: `Something failed in a way that was not foreseen: ${message}`,
    remedy: 'Reload the page, then try once more. Documents that could be stored are still there.',
  }),
};

/** The words for an error. */
export function errorWords({ code, params }: AppError): ErrorWords {
  const words = ERROR_WORDS[code] as (params: AppError['params']) => ErrorWords;
  return words(params);
}
