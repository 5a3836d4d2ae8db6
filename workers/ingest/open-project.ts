import { AppError, type ErrorRecord } from '../../src/core/errors.ts';
import type { ProjectHead } from '../../src/core/project/project-file.ts';
import {
  endsEarly,
  isBlank,
  isCut,
  readHead,
  readLines,
  type ProjectPart,
} from '../../src/core/project/read-project.ts';
import type { Job } from '../job.ts';
import { sourceOf, type DroppedFile } from './dropped-file.ts';

/** What a part of a project file holds. */
export interface ProjectRead extends Omit<ProjectPart, 'problems'> {
  readonly problems: readonly ErrorRecord[];
}

/** What a project file is, once all of it has been read. */
export interface ProjectFound {
  readonly head: ProjectHead;
  /** Something that its head counts is not there any more, or its last line is only begun. */
  readonly endsEarly: boolean;
}

/** Bytes of a project file read at once: more than the longest line of its head has. */
const PROJECT_PART = 2 ** 22;

/**
 * Reads a project file part by part and hands on what each part holds.
 * @throws AppError `project-malformed`, `storage-newer`, `file-unreadable`
 */
export const openProject: Job<DroppedFile, ProjectRead, ProjectFound> = async (
  dropped,
  context,
) => {
  const { path } = dropped;
  const source = sourceOf(dropped);
  const decoder = new TextDecoder();
  let head: ProjectHead | null = null;
  let rest = '';
  let records = 0;
  let cut = false;
  for (let start = 0; start < source.size || head === null; start += PROJECT_PART) {
    const bytes = await source.read(start, start + PROJECT_PART);
    const last = start + PROJECT_PART >= source.size;
    const lines = (rest + decoder.decode(bytes, { stream: !last })).split('\n');
    rest = lines.pop() ?? '';
    if (last) {
      cut = isCut(rest);
      if (!cut) lines.push(rest);
    }
    if (head === null) {
      if (lines.length === 0 && !last) throw new AppError('project-malformed', { file: path });
      head = readHead(lines.shift() ?? '', path);
    }
    records += lines.filter((line) => !isBlank(line)).length;
    const part = readLines(lines, head);
    context.report({ ...part, problems: part.problems.map((problem) => problem.toRecord()) });
    await context.breathe();
  }
  return { head, endsEarly: endsEarly(head, records, cut) };
};
