import { AppError, isError } from '../../errors.ts';
import { MAX_ARCHIVE_BYTES, MAX_FILE_BYTES, MAX_FILES, MAX_LINES_BYTES } from '../../limits.ts';
import type { ArchiveEntry } from './archive.ts';
import type { ByteSource } from './byte-source.ts';
import { decode } from './decode.ts';
import type { BytesFile, SourceFile } from './draft.ts';
import { Findings, NOTHING, type Parsed } from './findings.ts';
import { BYTE_FORMATS, LINE_FORMATS, TEXT_FORMATS } from './formats.ts';
import { readJsonl } from './jsonl.ts';
import type { Mapping } from './mapping.ts';
import { extensionOf } from './names.ts';
import { WITHOUT_REST, type Breathe } from './pace.ts';
import { isStray } from './stray.ts';

export type { Draft, Note, Shape, SourceFile } from './draft.ts';
export type { Parsed } from './findings.ts';
export type { Mapping, Table } from './mapping.ts';
export type { VectorFile } from './vector.ts';

export const ARCHIVE = 'zip';

/** Extensions that can be read, lower case, without their dot. */
export const EXTENSIONS: readonly string[] = [
  ...TEXT_FORMATS.keys(),
  ...BYTE_FORMATS.keys(),
  ARCHIVE,
];

/** How the tables of some files are to be read, by the files' paths. */
export type Mappings = ReadonlyMap<string, Mapping>;
const NO_MAPPINGS: Mappings = new Map();

/**
 * Reads one file into drafts. What cannot be read becomes a problem that names the file (and the
 * line); everything else still comes through.
 *
 * @param breathe - lets others in within a large file
 * @throws what `breathe` throws to give up, and no other `AppError`
 */
export async function parseFile(
  input: BytesFile,
  mapping: Mapping | null = null,
  breathe: Breathe = WITHOUT_REST,
): Promise<Parsed> {
  const { name, bytes } = input;
  const file: BytesFile = { name, path: input.path || name, bytes };
  const findings = new Findings(file.path, breathe);
  const extension = extensionOf(name);
  const [ofText, ofBytes] = [TEXT_FORMATS.get(extension), BYTE_FORMATS.get(extension)];
  try {
    refuseTooLarge(file.path, bytes.byteLength);
    if (ofBytes) {
      const parser = await ofBytes();
      await parser(file, findings, mapping);
    } else if (ofText) {
      const { text, encoding } = decode(bytes, file.path);
      findings.decodedAs(encoding);
      const parser = await ofText();
      await parser(text, file, findings, mapping);
    } else throw new AppError('file-unsupported', { file: file.path, extension });
    if (findings.isEmpty) throw new AppError('file-empty', { file: file.path });
  } catch (thrown) {
    if (isError(thrown, 'cancelled')) throw thrown;
    const { code, params, cause } = ofBytes
      ? damagedUnlessSaid(thrown, file)
      : AppError.from(thrown);
    findings.problem(code, params, cause);
  }
  return findings.result(mapping);
}

/**
 * Reads a file that is opened in parts: one of records a line part by part, and all files of an archive
 * one after the other, so that only one of them is in memory. Paths of an archive's files begin with
 * its own path.
 *
 * @param mappings - for tables whose columns the reader has named
 * @param breathe - lets others in within a large file; what it throws ends the reading
 * @returns one `Parsed` for each file read, or for each part of it
 */
export async function* parseSource(
  file: SourceFile,
  source: ByteSource,
  mappings: Mappings = NO_MAPPINGS,
  breathe: Breathe = WITHOUT_REST,
): AsyncGenerator<Parsed> {
  const extension = extensionOf(file.name);
  if (LINE_FORMATS.has(extension)) {
    yield* parseLines({ ...file, path: file.path || file.name }, source, mappings);
    return;
  }
  if (extension !== ARCHIVE) {
    const read = () => source.read(0, source.size);
    yield await parsePart(file, source.size, read, mappings, breathe);
    return;
  }
  let entries: ArchiveEntry[] = [];
  try {
    const limits = { files: MAX_FILES, bytes: MAX_ARCHIVE_BYTES };
    const { openArchive } = await import('./archive.ts');
    entries = await openArchive(source, file.path, limits);
    if (entries.length === 0) throw new AppError('file-empty', { file: file.path });
  } catch (thrown) {
    yield { ...NOTHING, problems: [AppError.from(thrown)] };
  }
  for (const { path, size, read } of entries) {
    if (isStray(path)) continue;
    const name = path.split('/').at(-1) ?? path;
    yield await parsePart({ name, path: `${file.path}/${path}` }, size, read, mappings, breathe);
  }
}

async function* parseLines(
  file: SourceFile,
  source: ByteSource,
  mappings: Mappings,
): AsyncGenerator<Parsed> {
  const findings = new Findings(file.path);
  const mapping = mappings.get(file.path) ?? null;
  try {
    refuseTooLarge(file.path, source.size, MAX_LINES_BYTES);
    for await (const _ of readJsonl(source, file, findings, mapping)) {
      yield { ...NOTHING, drafts: findings.take() };
    }
    if (findings.isEmpty) throw new AppError('file-empty', { file: file.path });
  } catch (thrown) {
    const { code, params, cause } = AppError.from(thrown);
    findings.problem(code, params, cause);
  }
  yield findings.result(mapping);
}

async function parsePart(
  file: SourceFile,
  size: number,
  read: () => Promise<Uint8Array<ArrayBuffer>>,
  mappings: Mappings,
  breathe: Breathe,
): Promise<Parsed> {
  try {
    if (extensionOf(file.name) === ARCHIVE) {
      throw new AppError('archive-nested', { file: file.path });
    }
    refuseTooLarge(file.path, size);
    const bytes = await read();
    return await parseFile({ ...file, bytes }, mappings.get(file.path) ?? null, breathe);
  } catch (thrown) {
    if (isError(thrown, 'cancelled')) throw thrown;
    return { ...NOTHING, problems: [AppError.from(thrown)] };
  }
}

/** A library that stumbles over a binary file says so in many ways; they all mean that it is damaged. */
function damagedUnlessSaid(thrown: unknown, { path }: SourceFile): AppError {
  if (thrown instanceof AppError) return thrown as AppError;
  return new AppError('file-damaged', { file: path }, thrown);
}

/** Refused by its size alone: what is too large is never read. */
function refuseTooLarge(file: string, bytes: number, limit = MAX_FILE_BYTES): void {
  if (bytes > limit) throw new AppError('file-too-large', { file, bytes, limit });
}
