import type { View } from '../../core/project/view.ts';
import type { Unit } from '../../core/space/types.ts';
import type { Scale } from '../tones.ts';
import { count, counted, share } from './figures.ts';

export const show = 'Show';
export const units: Readonly<Record<Unit, string>> = {
  documents: 'Documents',
  passages: 'Passages',
};
export const colourBy = 'Colour';
export const colours: Readonly<Record<View['colour'], string>> = {
  group: 'Group',
  role: 'Role',
  relatedness: 'Relatedness',
  stance: 'Stance',
  faithfulness: 'Faithfulness',
};
/** The same where no label stands before them. */
export const coloursAlone: typeof colours = {
  group: 'Colour by group',
  role: 'Colour by role',
  relatedness: 'Colour by relatedness',
  stance: 'Colour by stance',
  faithfulness: 'Colour by faithfulness',
};
/** What stands at the ends of the scale of tones; those of stance are the poles of its axis. */
export const toneEnds: Readonly<Record<Exclude<Scale, 'stance'>, readonly [string, string]>> = {
  near: ['closer than few neutral texts', 'closer than nearly all'],
};
export const toneLegend = 'Colour, from low to high:';
export const chooseScenario =
  'Choose a scenario, and training documents are coloured by how closely they relate to it.';
export const noNeutral =
  'Relatedness is coloured against neutral texts, which have no vectors in this space.';
export const layout = 'Layout';
export const layouts: Readonly<Record<View['layout'], string>> = { pca: 'PCA', umap: 'UMAP' };

export const fit = 'Fit';
export const fitTitle = 'Fit the whole map into view (F)';

/** How the map is used without a pointer. */
export const keys =
  'Arrow keys go to the nearest mark in that direction. Enter reads it, Space gathers it. Plus and minus zoom, F fits the whole map, Escape goes back.';
export const edge = 'No mark further in that direction.';

/** What the map is, for those who do not see it: "Map of 42 documents in 5 groups". */
export const summary = (points: number, groups: number, unit: Unit): string =>
  `Map of ${pointsOf(points, unit)} in ${counted(groups, 'group')}`;

/** "312 passages" */
const pointsOf = (points: number, unit: Unit): string =>
  counted(points, unit === 'documents' ? 'document' : 'passage');

/** A point in full: "The Keeper's Log, passage 2". */
export const pointTitle = (title: string, passage: number | null): string =>
  passage === null ? title : `${title}, passage ${count(passage + 1)}`;

/** A point beside its mark: "The Keeper's Log · 2". */
export const pointLabel = (title: string, passage: number | null): string =>
  passage === null ? title : `${title} · ${count(passage + 1)}`;

/** What is said of the mark that the keyboard has come to. */
export const arrived = (title: string, group: string): string => `${title}. ${group}.`;

const umapNote = 'UMAP keeps near marks near. Its axes, gaps and cluster sizes have no meaning.';

/** What a layout's axes mean. @param explained share of the variance per axis, null where they mean nothing */
export function axesNote(explained: readonly number[] | null): string {
  if (!explained) return umapNote;
  const [first = 0, second = 0] = explained;
  return `The two axes show ${share(first)} and ${share(second)} of the variance.`;
}

/** How many points were put into a map that had been laid out without them. */
export const placed = (points: number, unit: Unit): string =>
  `${pointsOf(points, unit)} came later and ${points === 1 ? 'stands' : 'stand'} where the others leave ${points === 1 ? 'it' : 'them'} a place.`;
export const layOutAgain = 'Lay out again';
export const layOutAgainTitle = 'Lay out all points anew, those that came later among them';

/** What stands at the end of an axis: "Axis 1 · 23%". */
export const axis = (number: number, explained: number): string =>
  `Axis ${count(number)} · ${share(explained)}`;

/** What the lines from the selected mark are. */
export const lines = (neighbours: number, unit: Unit): string =>
  neighbours === 1
    ? `The line leads to the nearest of the other ${unit} in the full space, wherever the map puts it.`
    : `Lines lead to the ${count(neighbours)} nearest ${unit} in the full space, wherever the map puts them.`;

/** What is lit beside a document whose passages are shown. */
export const named = (neighbours: number): string =>
  `Named beside it: the ${counted(neighbours, 'passage')} nearest to the whole document in the full space.`;

/** What the thread through a document's passages is. */
export const thread = 'The thin line joins the passages of the document in reading order.';

export const opening = 'Opening the demo documents…';
export const embedding = 'Marks appear here as soon as the first documents are embedded.';
export const absent = {
  title: 'None of these documents is in this space',
  body: (encoder: string): string =>
    `They came without vectors of “${encoder}”, and nothing here can make any. Change the encoder, or add documents that have such vectors.`,
  action: 'Change the encoder',
};
export const layingOut = (method: View['layout']): string => `Laying out by ${layouts[method]}…`;
export const failed = 'The map could not be laid out';
export const tryAgain = 'Try again';

export const empty = {
  title: 'Nothing to map yet',
  body: 'Drop files or folders anywhere on this page: texts that a model would be trained on, and scenarios that it would be tested with.',
  action: 'Choose documents',
};
export const allHidden = {
  title: 'Every group is hidden',
  body: 'The legend switches groups on and off.',
  action: 'Show all groups',
};

export const legend = 'Legend';
export const legendHint = (group: string): string => `Hide or show ${group}`;

/** What the ends of the scale of tones mean, the low one first. */
export const faithfulnessEnds: readonly [string, string] = [
  'none of its nearest marks is near in the full space',
  'all of them are',
];

/** What the lines of a selection are while faithfulness is looked at. */
export const faithfulnessLines =
  'Solid lines lead to true neighbours that are near on the map, dashed ones to those that the map puts elsewhere; dotted ones to marks that are near on the map alone.';
