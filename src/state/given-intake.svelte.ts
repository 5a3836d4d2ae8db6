import { SvelteMap } from 'svelte/reactivity';
import { cameAlong, type CameAlong } from '../core/corpus/came-along.ts';
import { contentHash } from '../core/corpus/identity.ts';
import { joinVectors } from '../core/corpus/parse/beside.ts';
import type { Draft, Table, VectorFile } from '../core/corpus/parse/parse.ts';
import { givenSpec, wholeText, type GivenRows } from '../core/encoders/given.ts';
import type { AppError } from '../core/errors.ts';
import type { Reading } from '../engine/engine.ts';
import type { Given, GivenEncoder } from './given.svelte.ts';

/** A document that was added, with the draft that it comes of. */
export interface AddedDraft {
  readonly draft: Draft;
  /** Of the document. */
  readonly id: string;
  /** Of the document: not the draft's where lines were left out, of which its vector is no more. */
  readonly text: string;
}

/** Vectors that come along with files, until the reader says what is to become of them. */
export class GivenIntake {
  /** What came along with the documents that will be added. */
  found = $state.raw<readonly CameAlong[]>([]);
  /** Length of the vectors whose space is to be used from then on; null to stay in the one in use. */
  use = $state<number | null>(null);
  /** Files of vectors that belong to no table. */
  problems = $state.raw<readonly AppError[]>([]);

  readonly #given: Given;
  /** The reader's names of the encoders, by the length of their vectors. */
  readonly #names = new SvelteMap<number, string>();
  #matrices: VectorFile[] = [];
  #hashes = new Map<string, string>();

  constructor(given: Given) {
    this.#given = given;
  }

  /** The name of the encoder behind vectors that came along: the reader's, or that of their file. */
  nameOf({ dims, source }: CameAlong): string {
    return this.#names.get(dims) ?? source;
  }

  name(dims: number, name: string): void {
    this.#names.set(dims, name);
  }

  /** The space that vectors under a name of a length join; null if it will be a new one. */
  joins(along: CameAlong): GivenEncoder | null {
    const name = this.#nameFor(along);
    const same = ({ spec }: GivenEncoder) => spec.name === name && spec.dims === along.dims;
    return this.#given.spaces.find(same) ?? null;
  }

  take({ drafts, matrices, vectorsHash }: Reading): void {
    this.#matrices.push(...matrices);
    const file = matrices[0]?.file ?? drafts[0]?.source;
    if (file === undefined || vectorsHash === null) return;
    const before = this.#hashes.get(file);
    // A large file comes in parts.
    this.#hashes.set(file, before === undefined ? vectorsHash : contentHash(before, vectorsHash));
  }

  /** Forgets what the files read that are about to be read anew. */
  forget(isReadAnew: (file: string) => boolean): void {
    this.#matrices = this.#matrices.filter(({ file }) => !isReadAnew(file));
    for (const file of this.#hashes.keys()) if (isReadAnew(file)) this.#hashes.delete(file);
  }

  /** Drafts in their order, with the vectors of the files beside their tables. */
  join(drafts: readonly Draft[], tables: readonly Table[]): readonly Draft[] {
    const joined = joinVectors(drafts, tables, this.#matrices);
    this.problems = joined.problems;
    return joined.drafts;
  }

  /** Looks at what came along with the drafts that will be added. */
  look(drafts: readonly Draft[]): void {
    this.found = cameAlong(drafts);
    if (!this.found.some(({ dims }) => dims === this.use)) this.use = null;
  }

  /** Keeps what came along; returns the space to be used from now on, or null. */
  async keep(added: readonly AddedDraft[]): Promise<GivenEncoder | null> {
    let chosen: GivenEncoder | null = null;
    for (const along of this.found) {
      const rows = new Map<string, GivenRows>();
      for (const { draft, id, text } of added) {
        const { vector } = draft;
        if (vector?.length === along.dims && text === draft.text) {
          rows.set(id, wholeText(text, vector));
        }
      }
      if (rows.size === 0) continue;
      const { dims } = along;
      const known = this.joins(along)?.spec;
      const revision = contentHash(String(dims), ...[...this.#hashes.values()].sort());
      const space = await this.#given.add(
        known ?? givenSpec(this.#nameFor(along), dims, revision),
        rows,
      );
      if (this.use === dims) chosen = space;
    }
    return chosen;
  }

  clear(): void {
    this.found = [];
    this.use = null;
    this.problems = [];
    this.#names.clear();
    this.#matrices = [];
    this.#hashes = new Map();
  }

  #nameFor(along: CameAlong): string {
    return this.nameOf(along).trim().replaceAll('@', ' ') || along.source || String(along.dims);
  }
}
