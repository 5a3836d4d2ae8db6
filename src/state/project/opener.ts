import type { Command } from '../../core/corpus/commands.ts';
import type { Document } from '../../core/corpus/model.ts';
import { specOfKey } from '../../core/encoders/given.ts';
import type { ProjectHead } from '../../core/project/project-file.ts';
import { decodeView } from '../../core/project/view.ts';
import type { OwnAxis } from '../../core/stance/own-axis.ts';
import type { Notices } from '../notices.svelte.ts';
import type { Session } from '../session.svelte.ts';
import { ownOutside, type ProjectContent, type ProjectOnFile } from './content.ts';
import type { ProjectParts, ProjectPlace } from './parts.ts';

/** Puts a project that was read in the place of what is open. */
export class Opener {
  readonly #session: Session;
  readonly #parts: ProjectParts;
  readonly #notices: Notices;
  readonly #demo: () => ReadonlyMap<string, Document>;
  /** By the command that opened a project, the axes that it brought: as they are now, or were when it was undone. */
  readonly #brought = new WeakMap<Command, readonly OwnAxis[]>();

  constructor({ session, parts, notices, demo }: ProjectPlace) {
    this.#session = session;
    this.#parts = parts;
    this.#notices = notices;
    this.#demo = demo;
    session.onStep((command, step) => {
      const brought = this.#brought.get(command);
      if (!brought) return;
      const { axes } = this.#parts;
      if (step === 'redo') axes.putAll(brought);
      else this.#brought.set(command, axes.removeAll(brought.map(({ id }) => id)));
    });
  }

  /** How many documents of the reader's own a project would put away: those that it does not have. */
  away({ content }: ProjectOnFile): number {
    return ownOutside(this.#session.corpus, content);
  }

  /** Opens it as one step: undo brings back what was there, and takes the axes that came out again. */
  async enter(project: ProjectOnFile): Promise<void> {
    const { file, head, content } = project;
    const { embeddings, encoders } = this.#parts;
    const shipped = this.#demo();
    // What another release shipped is the reader's own here, or the next visit would not find it.
    const documents = content.documents.map((document) => {
      const origin = shipped.has(document.id) ? ('demo' as const) : ('own' as const);
      return { ...document, origin };
    });
    await this.#keepGiven(head, content);
    await this.#changeEncoder(head, content);
    const same = head.encoder === embeddings.encoder?.key;
    if (same && !encoders.elsewhere) embeddings.adopt(content.vectors);
    const away = this.away(project);
    const command = { type: 'open-project', documents, groups: content.groups } as const;
    this.#session.run(command);
    this.#bring(command, head, content);
    // Documents that were here already may have got vectors.
    void embeddings.reconsider();
    const { corpus } = this.#session;
    this.#notices.show({
      kind: 'opened',
      file,
      documents: documents.length,
      away,
      corpus,
    });
  }

  /** Adds the axes of a project, and shows what was looked at in it. */
  #bring(command: Command, head: ProjectHead, content: ProjectContent): void {
    const { axes } = this.#parts;
    const before = axes.all;
    const ids = axes.adopt(content.axes);
    this.#brought.set(
      command,
      [...axes.all.values()].filter(({ id }) => !before.has(id)),
    );
    const { view } = decodeView(head.view);
    this.#session.show({ ...view, axis: (view.axis && ids.get(view.axis)) ?? view.axis });
  }

  async #keepGiven({ spaces }: ProjectHead, { given }: ProjectContent): Promise<void> {
    for (const [at, { key, dims }] of spaces.entries()) {
      const rows = given[at];
      if (rows && rows.size > 0) await this.#parts.given.add(specOfKey(key, dims), rows);
    }
  }

  /**
   * Changes to the encoder that the file was made with where only its vectors can be used: they came
   * along, or no encoder of that key is here. Leaves a space that nothing can be embedded into.
   */
  async #changeEncoder(
    { encoder: key, dims }: ProjectHead,
    content: ProjectContent,
  ): Promise<void> {
    const { embeddings, encoders, given } = this.#parts;
    const here = encoders.find(key);
    if (!here && content.rows.size > 0) await given.add(specOfKey(key, dims), content.rows);
    if (key === embeddings.encoder?.key) return;
    const space = here ?? given.spaces.find(({ spec }) => spec.id === key);
    const stay = here && !encoders.elsewhere;
    const next = space ?? (encoders.elsewhere && encoders.offered[0]);
    if (next && !stay) await encoders.use(next);
  }
}
