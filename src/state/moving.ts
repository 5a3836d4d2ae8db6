import type { Moves } from '../core/corpus/moves.ts';
import type { Notices } from './notices.svelte.ts';
import type { Session } from './session.svelte.ts';

/** Moves documents, and says so with the way back; null moves none. */
export function move(session: Session, notices: Notices, moves: Moves | null): void {
  if (!moves) return;
  session.run(moves.command);
  notices.show({ kind: 'moved', documents: moves.documents, corpus: session.corpus });
}
