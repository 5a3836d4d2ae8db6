import { AppError, isError } from '../../core/errors.ts';
import type { DroppedFile, Engine, ProjectFound } from '../../engine/engine.ts';
import { noContent, takePart, type ProjectContent, type ProjectOnFile } from './content.ts';

/**
 * Reads a project file; nothing on the page changes.
 *
 * @throws AppError `project-malformed`, `project-newer`, `file-unreadable`; `project-cut-short` or
 *   `project-damaged` if no document of it is left
 */
export async function readProject(engine: Engine, dropped: DroppedFile): Promise<ProjectOnFile> {
  const file = dropped.path;
  let content = noContent();
  const reading = engine.ingest.persist(() => {
    content = noContent();
    return engine.ingest.attempt('openProject', dropped, {
      onProgress: (part) => takePart(content, part),
    });
  });
  const found = await reading.catch((thrown: unknown) => {
    if (!isError(thrown, 'storage-newer')) throw thrown;
    throw new AppError('project-newer', { file, ...thrown.params });
  });
  const fault = faultOf(file, found, content);
  if (fault && content.documents.length === 0) throw fault;
  return { file, head: found.head, content, fault };
}

function faultOf(
  file: string,
  { head, endsEarly }: ProjectFound,
  { documents, problems }: ProjectContent,
): AppError | null {
  const of = head.records?.documents ?? null;
  if (endsEarly)
    return new AppError('project-cut-short', { file, documents: documents.length, of });
  if (problems.length === 0) return null;
  return new AppError('project-damaged', { file, records: problems.length });
}
