import type { Document, Group, Role } from '../../core/corpus/model.ts';
import type { Engine } from '../../engine/engine.ts';
import { cutTexts, type ImportOptions } from '../../engine/import-files.ts';
import type { GivenEncoder } from '../given.svelte.ts';
import type { AddedDraft } from '../given-intake.svelte.ts';
import { documentsOf, groupOf, placed } from './placing.ts';
import type { Preview } from './preview.svelte.ts';

/** What a preview adds to the corpus. */
export interface Addition {
  readonly documents: readonly Document[];
  readonly groups: readonly Group[];
  /** The space of vectors that came along, if it is to be used from now on. */
  readonly space: GivenEncoder | null;
}

/**
 * Makes documents of what a preview shows, cut in the ingest worker, and keeps the vectors that came along.
 * @param onDone - with the documents that are cut, and all
 * @throws AppError `cancelled`, `worker-unavailable`
 */
export async function additionOf(
  engine: Engine,
  preview: Preview,
  names: Readonly<Record<Role, string>>,
  {
    onDone,
    ...running
  }: ImportOptions & { readonly onDone: (done: number, total: number) => void },
): Promise<Addition> {
  const bundles = preview.included;
  const drafts = bundles.flatMap((bundle) => placed(bundle, names, preview.repeats));
  const groups = bundles.map((bundle) => groupOf(bundle, names));
  const total = drafts.length;
  onDone(0, total);
  const inputs = drafts.map(({ draft: { text }, role, without }) => ({ role, text, without }));
  const cuts = await cutTexts(engine.ingest, inputs, {
    ...running,
    onDone: (done) => onDone(done, total),
  });
  const added: AddedDraft[] = [];
  const documents = documentsOf(drafts, cuts, (draft, { id, text }) =>
    added.push({ draft, id, text }),
  );
  return { documents, groups, space: await preview.given.keep(added) };
}
