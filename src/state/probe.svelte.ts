import { toDocument, toGroup } from '../core/corpus/documents.ts';
import type { Corpus, Document, Group } from '../core/corpus/model.ts';
import type { Draft } from '../core/corpus/parse/draft.ts';
import { AppError } from '../core/errors.ts';
import { MAX_PROBE_CHARS, MAX_TITLE_CHARS } from '../core/limits.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import { remember, remembered } from '../platform/memory.ts';

/** Kept until the tab is closed. */
const TYPED = 'parable-situation';

/** Forgets the situation that was typed last, for the next time that the page is opened. */
export const forgetSituation = (): void => remember(TYPED, null, 'tab');

/** A situation that the reader typed, and the group under which it is listed. */
interface Typed {
  readonly document: Document;
  readonly group: Group;
}

/**
 * A situation typed on the spot: held against the corpus like a scenario, and no part of it. It
 * lives as long as the tab does, and is in no link, since links hold no text.
 */
export class Probe {
  readonly #engine: Engine;
  readonly #group: string;
  #typed = $state.raw<Typed | null>(null);
  /** Whether the analysis can be asked about it. */
  ready = $state(false);
  pending = $state(false);
  failure = $state.raw<AppError | null>(null);
  #asked = 0;

  /** @param group name of the group under which it is listed */
  constructor(engine: Engine, group: string) {
    this.#engine = engine;
    this.#group = group;
  }

  get document(): Document | null {
    return this.#typed?.document ?? null;
  }

  /** Takes a situation, at most `MAX_PROBE_CHARS` of it, as one that the analysis can be asked about. */
  async ask(text: string, choice: EncoderChoice): Promise<void> {
    const situation = text.trim().slice(0, MAX_PROBE_CHARS);
    this.#typed = this.#typedAs(situation);
    remember(TYPED, situation, 'tab');
    await this.enter(choice);
  }

  /** Takes up what was typed before the page was reloaded, if that is the text of this id; else false. */
  recall(id: string): boolean {
    const situation = remembered(TYPED, 'tab');
    const typed = situation === null ? null : this.#typedAs(situation);
    if (typed?.document.id !== id) return false;
    this.#typed = typed;
    return true;
  }

  #typedAs(situation: string): Typed {
    const placement = { role: 'evaluation', group: this.#group } as const;
    const draft: Draft = {
      title: situation.slice(0, MAX_TITLE_CHARS).replaceAll(/\s+/g, ' '),
      text: situation,
      meta: new Map<string, string>(),
      role: placement.role,
      group: placement.group,
      source: '',
      line: null,
      shape: 'text',
    };
    return { document: toDocument(draft, placement), group: toGroup(placement) };
  }

  /** Brings what was typed into the space of an encoder: after it was typed, or the space opened anew. */
  async enter(choice: EncoderChoice): Promise<void> {
    const asked = ++this.#asked;
    const document = this.document;
    this.ready = false;
    this.failure = null;
    if (!document) return;
    this.pending = true;
    try {
      let vectors = new Float32Array();
      await embedDocuments(this.#engine.encoder, choice, [document], {
        onDocument: (_, rows) => (vectors = rows),
      });
      if (asked === this.#asked) await this.#engine.setProbe({ ...document, vectors });
      if (asked === this.#asked) this.ready = true;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = AppError.from(thrown);
    }
    if (asked === this.#asked) this.pending = false;
  }

  /** The corpus and what was typed: everything that can be read and compared. */
  beside(corpus: Corpus): Corpus {
    if (!this.#typed || corpus.documents.has(this.#typed.document.id)) return corpus;
    const { document, group } = this.#typed;
    return {
      documents: new Map([...corpus.documents, [document.id, document]]),
      groups: corpus.groups.has(group.id)
        ? corpus.groups
        : new Map([...corpus.groups, [group.id, group]]),
    };
  }
}
