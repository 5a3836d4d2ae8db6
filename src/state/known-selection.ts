import { correctAddress } from './address.ts';
import type { Explorer } from './explorer.svelte.ts';

/**
 * Lets go of what a link selects and is not here, and says so: a document of somebody else, or a
 * situation that was typed in another tab. One that was typed in this tab is taken up again.
 */
export function selectKnown(explorer: Explorer): void {
  const { encoders, notices, probe, session } = explorer;
  const { document, scenario } = session.view;
  const isHere = (id: string | null): boolean => id === null || explorer.readable.documents.has(id);
  if (scenario !== null && !isHere(scenario) && probe.recall(scenario)) {
    if (encoders.current && !encoders.elsewhere) void probe.enter(encoders.current);
  }
  if (isHere(document) && isHere(scenario)) return;
  session.view = {
    ...session.view,
    document: isHere(document) ? document : null,
    scenario: isHere(scenario) ? scenario : null,
    passage: null,
  };
  // Else Back would lead here, and from here on again.
  correctAddress(session.view);
  notices.show({ kind: 'not-here' });
}
