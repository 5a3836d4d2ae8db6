import type { Corpus } from '../core/corpus/model.ts';
import type { AppError } from '../core/errors.ts';

/** Something the reader should know, without being stopped by it. Words are made in the UI. */
export type NoticeContent =
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'merged-from-tab' }
  /** The link selects a text that is not on this page. */
  | { readonly kind: 'not-here' }
  | ({ readonly kind: 'unknown-words' } & Unplaced)
  /** Everything is in another encoder's space from now on; in a given one, what came with vectors. */
  | { readonly kind: 'encoder-changed'; readonly name: string; readonly given: boolean }
  /** The encoder of the last visit is not on this machine any more. */
  | { readonly kind: 'encoder-gone'; readonly name: string }
  | CorpusNotice;

/** What has no direction in the encoder's space, because it knows no word of it. */
export interface Unplaced {
  readonly passages: number;
  /** Those that hold these passages. */
  readonly documents: number;
}

/** A change that led to `corpus`: true, and to be taken back, for as long as the corpus is that one. */
export type CorpusNotice = { readonly corpus: Corpus } & (
  | { readonly kind: 'added'; readonly documents: number; readonly already: number }
  | ProjectOpened
  | { readonly kind: 'moved'; readonly documents: number }
  | { readonly kind: 'removed'; readonly documents: number }
  /** All that is the reader's own was removed. */
  | { readonly kind: 'cleared'; readonly documents: number; readonly axes: number }
);

/** A project file took the place of what was open. */
export interface ProjectOpened {
  readonly kind: 'opened';
  /** Name of the file. */
  readonly file: string;
  readonly documents: number;
  /** Documents of the reader's own that were put away. */
  readonly away: number;
}

export type Notice = NoticeContent & { readonly id: number };

export class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  /** Shows a notice; one that says the same as one already on screen takes its place. */
  show(content: NoticeContent): void {
    const others = this.list.filter((notice) => !says(notice, content));
    this.list = [...others, { ...content, id: this.#next++ }];
  }

  error(error: AppError): void {
    if (error.code !== 'cancelled') this.show({ kind: 'error', error });
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

/** Whether a notice still describes the corpus that is open. */
export function holds(notice: NoticeContent, corpus: Corpus): boolean {
  return !('corpus' in notice) || notice.corpus === corpus;
}

function says(a: NoticeContent, b: NoticeContent): boolean {
  if (a.kind === 'error' && b.kind === 'error') return a.error.message === b.error.message;
  return a.kind === b.kind;
}
