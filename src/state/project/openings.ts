import { AppError } from '../../core/errors.ts';
import type { DroppedFile, Engine } from '../../engine/engine.ts';
import type { Notices } from '../notices.svelte.ts';
import type { ProjectOnFile } from './content.ts';
import { Opener } from './opener.ts';
import type { ProjectPlace } from './parts.ts';
import { readProject } from './read.ts';

/** What the reader is asked before a project is opened. */
export interface ProjectQuestion {
  readonly project: ProjectOnFile;
  /** How many documents of the reader's own it would put away, as things stand. */
  readonly away: number;
  /** Whether to open it; nothing is changed if not. */
  answer(open: boolean): void;
}

/** Opens projects, one after the other, and asks first where something would be lost. */
export class Openings {
  readonly #engine: Engine;
  readonly #opener: Opener;
  readonly #notices: Notices;
  readonly #ask: (question: ProjectQuestion | null) => void;
  #turn: Promise<void> = Promise.resolve();

  /** @param ask shows a question, and with null none any more */
  constructor(place: ProjectPlace, ask: (question: ProjectQuestion | null) => void) {
    this.#engine = place.engine;
    this.#notices = place.notices;
    this.#opener = new Opener(place);
    this.#ask = ask;
  }

  /** Opens a file as soon as those before it are open, or are not to be. */
  open(file: DroppedFile): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#open(file)));
  }

  async #open(file: DroppedFile): Promise<void> {
    try {
      const project = await readProject(this.#engine, file);
      const asks = project.fault !== null || this.#opener.away(project) > 0;
      if (!asks || (await this.#answerTo(project))) await this.#opener.enter(project);
    } catch (thrown) {
      this.#notices.error(AppError.from(thrown));
    }
  }

  async #answerTo(project: ProjectOnFile): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const opener = this.#opener;
    this.#ask({
      project,
      get away() {
        return opener.away(project);
      },
      answer: resolve,
    });
    const open = await promise;
    this.#ask(null);
    return open;
  }
}
