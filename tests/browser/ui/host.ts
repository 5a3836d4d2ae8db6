import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import type { Corpus, Document, Role } from '../../../src/core/corpus/model.ts';
import { withSlots } from '../../../src/core/corpus/slots.ts';
import { Explorer } from '../../../src/state/explorer.svelte.ts';
import { Places } from '../../../src/ui/shell/places.svelte.ts';
import { ownGroups } from '../../../src/ui/words/shell.ts';
import '../../../src/ui/theme.css';
import '../../../src/ui/shared.css';
import '../../../src/ui/tones.css';
import Host from './Host.svelte';

/** An explorer that has opened a corpus, without any worker having started. */
export function opened(corpus: Corpus): Explorer {
  const explorer = new Explorer({ ownGroups, typed: 'Typed' });
  explorer.session.open(corpus);
  explorer.phase = 'ready';
  return explorer;
}

/** Shows one component as the page would, with everything around it that it reads. */
export async function host(explorer: Explorer, of: Component): Promise<Places> {
  const places = new Places();
  await render(Host, { explorer, places, of });
  return places;
}

/** A corpus from titles by group name; groups that begin with “Scenarios” are scenarios. */
export function corpusOf(titles: Readonly<Record<string, readonly string[]>>): Corpus {
  const documents = new Map<string, Document>();
  const groups = new Map<string, { id: string; role: Role; name: string }>();
  for (const [name, list] of Object.entries(titles)) {
    const role = name.startsWith('Scenarios') ? 'evaluation' : 'training';
    groups.set(name, { id: name, role, name });
    for (const title of list) {
      documents.set(title, {
        id: title,
        role,
        group: name,
        title,
        text: `${title}.`,
        passages: [{ start: 0, end: title.length + 1 }],
        meta: new Map(),
        origin: 'own',
      });
    }
  }
  return withSlots({ documents, groups });
}
