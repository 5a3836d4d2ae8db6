import type { Corpus } from '../corpus/model.ts';
import { DEFAULT_VIEW, type ExhibitId, type View } from '../project/view.ts';
import { corpusAxisId } from '../stance/corpus-axes.ts';

/** A saved view, with documents by the names that their files give them. */
interface Saved extends Partial<Omit<View, 'document' | 'scenario' | 'axis' | 'exhibit'>> {
  readonly document?: string;
  readonly scenario?: string;
  /** Field whose twins the axis is learnt from. */
  readonly axis?: string;
}

const SAVED: Readonly<Record<ExhibitId, Saved>> = {
  'unrelated-stories': {
    view: 'reach',
    reach: 'scatter',
    scenario: 'scenario-suppressed-alert-replacement',
  },
  'nearness-has-no-sign': { view: 'stance', axis: 'value' },
  'why-beats-what': { view: 'stance', axis: 'states_why' },
  'villain-archetype': { view: 'map', document: 'villain-lighthouse-1', anchor: 'document' },
  'whack-a-mole': { view: 'reach', anchor: 'document', document: 'bare-fuel-cards' },
  'words-and-setting': {
    view: 'reach',
    reach: 'scatter',
    scenario: 'scenario-coercion-replacement',
  },
};

/** The view of an exhibit; what of it is not in the corpus any more is left unselected. */
export function exhibitView(exhibit: ExhibitId, corpus: Corpus): View {
  const { document, scenario, axis, ...fields } = SAVED[exhibit];
  const idOf = (name: string | undefined): string | null => {
    if (name === undefined) return null;
    for (const { id, meta } of corpus.documents.values()) if (meta.get('id') === name) return id;
    return null;
  };
  return {
    ...DEFAULT_VIEW,
    ...fields,
    document: idOf(document),
    scenario: idOf(scenario),
    axis: axis === undefined ? null : corpusAxisId(axis),
    exhibit,
  };
}
