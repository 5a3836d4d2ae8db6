import type { Role } from '../../core/corpus/model.ts';
import type { View } from '../../core/project/view.ts';
import type { EmbeddingProgress } from '../../state/embedding-run.ts';
import type { ProjectOpened, Unplaced } from '../../state/notices.svelte.ts';
import type { Theme } from '../../state/theme.svelte.ts';
import { count, counted, duration } from './figures.ts';

export const name = 'Parable';
export const close = 'Close';
export const tryAgain = 'Try again';
export const partFailed =
  'This part of the page did not load. Check that the site can be reached, then try again.';
export const useOwn = 'Use your own documents';
export const more = 'More';
export const corpus = 'Corpus';
export const reader = 'Reader';
export const stage = 'View';
export const skip = 'Skip to the view';
export const views = 'Views';
export const viewNames = { map: 'Map', reach: 'Reach', stance: 'Stance' } as const satisfies Record<
  View['view'],
  string
>;

export const ownGroups = { training: 'My documents', evaluation: 'My scenarios' };

/** Group of situations that are typed on the spot. */
export const typedGroup = 'Typed';

export const documentsAndScenarios = (training: number, scenarios: number): string =>
  training + scenarios === 0
    ? 'No documents yet'
    : `${counted(training, 'training document')}, ${counted(scenarios, 'scenario')}`;

export const opening = 'Opening the demo documents…';
export const openingFailed = 'Parable could not be opened';
export const read = (title: string): string => `Read “${title}”`;
export const readPair = 'Read what relates the two';

export const themes: Record<Theme, string> = {
  system: 'System theme',
  light: 'Light theme',
  dark: 'Dark theme',
};
export const theme = 'Theme';
export const undo = 'Undo';
export const redo = 'Redo';
export const keys = 'Keys';

export const search = {
  label: 'Search documents',
  placeholder: 'Search, or type a situation and see what reaches it',
  ask: 'See what reaches this situation:',
  wordsOnly: (encoder: string): string =>
    `Only words are searched for: nothing here can embed what you type as “${encoder}” does.`,
  placeholderWords: 'Search the words of documents',
  noneOfWords: (query: string): string =>
    `No document has every word of “${query}”. Fewer words find more.`,
  results: 'Documents found',
  none: (query: string): string =>
    `No document has every word of “${query}”. Enter takes it as a situation; fewer words find more.`,
  found: (hits: number): string => `${counted(hits, 'document')} found`,
  more: (hits: number): string => `${count(hits)} more; another word narrows it down`,
  absent: (documents: number): string =>
    `${counted(documents, 'document')} ${documents === 1 ? 'is' : 'are'} not in this space and ${documents === 1 ? 'was' : 'were'} not searched.`,
  notSearched: (documents: number): string =>
    `${counted(documents, 'document')} not embedded yet ${documents === 1 ? 'was' : 'were'} not searched.`,
};

export const embedding = {
  label: 'Embedding',
  progress: ({ done, total }: EmbeddingProgress): string =>
    `Embedding: ${count(done)} of ${counted(total, 'passage')}`,
  eta: ({ etaSeconds }: EmbeddingProgress): string | null =>
    etaSeconds === null ? null : duration(etaSeconds),
  cancel: 'Cancel',
  waiting: (documents: number): string =>
    `${counted(documents, 'document')} ${documents === 1 ? 'is' : 'are'} not on the map yet`,
  goOn: 'Go on',
};

export const notices = {
  label: 'Notices',
  dismiss: 'Dismiss',
  undo: 'Undo',
  added: (documents: number, already: number): string => {
    const added = documents === 0 ? 'Nothing added.' : `${counted(documents, 'document')} added.`;
    if (already === 0) return added;
    const same = already === 1 ? 'has a text that is' : 'have texts that are';
    return `${added} ${counted(already, 'document')} ${same} here already.`;
  },
  opened: ({ file, documents, away }: ProjectOpened): string => {
    const opened = `${file} is open: ${counted(documents, 'document')}.`;
    if (away === 0) return opened;
    return `${opened} ${counted(away, 'document')} of yours ${away === 1 ? 'was' : 'were'} put away.`;
  },
  moved: (documents: number): string => `${counted(documents, 'document')} moved.`,
  removed: (documents: number): string => `${counted(documents, 'document')} removed.`,
  cleared: (documents: number, axes: number): string => {
    const parts = [
      ...(documents > 0 || axes === 0 ? [counted(documents, 'document')] : []),
      ...(axes > 0 ? [counted(axes, 'axis', 'axes')] : []),
    ];
    return `${parts.join(' and ')} removed, from this browser’s storage too.`;
  },
  unknownWords: ({ passages, documents }: Unplaced): string => {
    const [have, consequence] =
      passages === 1
        ? ['has', 'Its place on the map means nothing, and it relates to nothing.']
        : ['have', 'Their place on the map means nothing, and they relate to nothing.'];
    return `${counted(passages, 'passage')} of ${counted(documents, 'document')} ${have} no word that the encoder knows. ${consequence}`;
  },
  merged: 'Another tab changed your documents; this one shows the changes too.',
  notHere:
    'The link selects a text that is not on this page. Links hold no texts: drop the document here, or type the situation again.',
};

export const welcome = {
  tour: 'Take the tour',
  resume: 'Go on with the tour',
  title: 'Which texts reach a test they never mention?',
  marks: (unit: View['unit']): string =>
    unit === 'documents'
      ? 'Each mark is a document: a text a model would be trained on, or, drawn as a diamond, a scenario that it is tested with.'
      : 'Each mark is a passage of a document: a text a model would be trained on, or, drawn as a diamond, a scenario that it is tested with.',
  near: 'Marks that are close are close in meaning, as far as a flat map can show it.',
  training: 'Training documents',
  scenario: 'Scenario',
  finding:
    'In one study, training a model on essays about its constitution and stories of an aligned AI, none of them about the test, cut its rate of blackmail in that test from 65% to 19%.',
  source: '“Teaching Claude Why”, Anthropic Alignment Science, 2026',
  next: 'Choose a diamond to see which documents relate to it, and through which passages.',
  dismiss: 'Close this card',
};

export const drop = {
  title: 'Drop to read these files',
  promise: 'They stay on this machine. You see what was found before anything is added.',
  as: { training: 'Training documents', evaluation: 'Evaluation scenarios' } satisfies Record<
    Role,
    string
  >,
  what: {
    training: 'Texts that a model would be trained on',
    evaluation: 'Situations that a model is tested with',
  } satisfies Record<Role, string>,
  either: 'Both, or not sure',
  told: 'Told apart by the names of their folders, and by what they hold',
};
