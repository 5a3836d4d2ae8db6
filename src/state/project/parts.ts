import type { Document } from '../../core/corpus/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Embeddings } from '../embeddings.svelte.ts';
import type { Encoders } from '../encoders.svelte.ts';
import type { Given } from '../given.svelte.ts';
import type { Notices } from '../notices.svelte.ts';
import type { OwnAxes } from '../own-axes.svelte.ts';
import type { Session } from '../session.svelte.ts';

/** What a project is made of besides documents and groups. */
export interface ProjectParts {
  readonly axes: OwnAxes;
  readonly embeddings: Embeddings;
  readonly encoders: Encoders;
  readonly given: Given;
}

/** What a project is opened into. */
export interface ProjectPlace {
  readonly engine: Engine;
  readonly session: Session;
  readonly parts: ProjectParts;
  readonly notices: Notices;
  /** The documents that the site ships, by id. */
  readonly demo: () => ReadonlyMap<string, Document>;
}
