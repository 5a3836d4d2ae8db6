import type { Document } from '../core/corpus/model.ts';
import { AppError } from '../core/errors.ts';
import { PROJECT_EXTENSION } from '../core/project/project-file.ts';
import type { DroppedFile, Engine } from '../engine/engine.ts';
import type { Notices } from './notices.svelte.ts';
import { Clearing } from './project/clearing.ts';
import type { Openings, ProjectQuestion } from './project/openings.ts';
import type { ProjectParts, ProjectPlace } from './project/parts.ts';
import { projectFile } from './project/save.ts';
import type { Session } from './session.svelte.ts';

export function isProject(name: string): boolean {
  return name.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`);
}

/** The whole of what is open: saved as one file, opened from one, or removed. */
export class Projects {
  /** A file is being written. */
  saving = $state(false);
  /** What has to be answered before a project is opened. */
  asked = $state.raw<ProjectQuestion | null>(null);

  readonly #place: ProjectPlace;
  readonly #clearing: Clearing;
  #openings: Openings | null = null;

  /** @param demo the documents that the site ships, by id */
  constructor(
    engine: Engine,
    session: Session,
    parts: ProjectParts,
    notices: Notices,
    demo: () => ReadonlyMap<string, Document>,
  ) {
    this.#place = { engine, session, parts, notices, demo };
    this.#clearing = new Clearing(session, parts, notices);
  }

  /** What is open as a project file, which opens without any model; null before there is an encoder. */
  async save(): Promise<Blob | null> {
    this.saving = true;
    try {
      return await projectFile(this.#place);
    } finally {
      this.saving = false;
    }
  }

  /**
   * Opens a project file in the place of what is open, which undo brings back, its axes taken out again.
   * Asks first where that puts away documents of the reader's own, or where the file is not whole.
   * Several are opened one after the other.
   */
  async open(file: DroppedFile): Promise<void> {
    try {
      await (await this.#opening()).open(file);
    } catch (thrown) {
      this.#place.notices.error(AppError.from(thrown));
    }
  }

  /** Whether there is anything to `clear`. */
  get hasOwn(): boolean {
    const { session, parts } = this.#place;
    if (parts.axes.all.size > 0) return true;
    return [...session.corpus.documents.values()].some(({ origin }) => origin === 'own');
  }

  /** Removes all that is the reader's own; see `Clearing`. */
  clear(): Promise<void> {
    return this.#clearing.clear();
  }

  /** Brings back what was removed by `clear`. */
  unclear(): void {
    this.#clearing.unclear();
  }

  /** Nothing that opens is needed on a first visit. */
  async #opening(): Promise<Openings> {
    const { Openings } = await import('./project/openings.ts');
    return (this.#openings ??= new Openings(this.#place, (question) => (this.asked = question)));
  }
}
