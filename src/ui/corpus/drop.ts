import { isStray } from '../../core/corpus/parse/stray.ts';
import { AppError } from '../../core/errors.ts';
import { MAX_FILES } from '../../core/limits.ts';
import type { DroppedFile } from '../../engine/engine.ts';

/** What a drop, a paste or a file picker brought. */
export interface Dropped {
  readonly files: DroppedFile[];
  /** Files and folders that cannot be opened, and folders without any file in or below them. */
  readonly problems: AppError[];
}

const collator = new Intl.Collator('en', { numeric: true });
const byPath = (a: DroppedFile, b: DroppedFile): number => collator.compare(a.path, b.path);

/** Whether something dragged over the page are files, rather than a link or selected text. */
export function carriesFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * All files of a drop, those of nested folders included, with their paths below what was dropped.
 * Stops looking once there are more than `MAX_FILES`: the importer refuses those.
 */
export async function filesOf(transfer: DataTransfer): Promise<Dropped> {
  const dropped: Dropped = { files: [], problems: [] };
  // Entries must be taken at once: after the first wait the browser has emptied the transfer.
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const taken = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  for (const { entry, file } of taken) {
    if (entry) await walk(entry, dropped);
    else if (file) dropped.files.push({ file, path: file.name });
  }
  dropped.files.sort(byPath);
  return dropped;
}

/** The files of a picker; those of a folder picker know their path in the folder. */
export function pickedFiles(list: Iterable<File>): DroppedFile[] {
  return [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !isStray(path))
    .sort(byPath);
}

/** Adds what an entry holds. Returns how many files that were, unreadable things counted as one. */
async function walk(entry: FileSystemEntry, dropped: Dropped): Promise<number> {
  const { files, problems } = dropped;
  const path = entry.fullPath.replace(/^\//, '') || entry.name;
  if (isFile(entry)) {
    try {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      files.push({ file, path });
    } catch (thrown) {
      problems.push(new AppError('file-unreadable', { file: path }, thrown));
    }
    return 1;
  }
  let held = 0;
  try {
    for await (const portion of portionsOf(entry as FileSystemDirectoryEntry)) {
      const [inside, folders] = partition(portion.filter(({ name }) => !isStray(name)));
      if (files.length > MAX_FILES) return held;
      // All at once: for each of them the browser's process is asked, which takes longer than all else.
      const opened = await Promise.all(inside.map((child) => walk(child, dropped)));
      held += opened.length;
      for (const folder of folders) {
        if (files.length > MAX_FILES) return held;
        held += await walk(folder, dropped);
      }
    }
  } catch (thrown) {
    problems.push(new AppError('file-unreadable', { file: path }, thrown));
    return held + 1;
  }
  if (held === 0) problems.push(new AppError('folder-empty', { folder: path }));
  return held;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Files and folders. */
function partition(
  entries: readonly FileSystemEntry[],
): [files: FileSystemEntry[], folders: FileSystemEntry[]] {
  return [entries.filter(isFile), entries.filter((entry) => !isFile(entry))];
}

/** What a folder holds, in the portions in which it is given, Chromium's of 100; an empty one is the end. */
async function* portionsOf(
  folder: FileSystemDirectoryEntry,
): AsyncGenerator<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return;
    yield portion;
  }
}
