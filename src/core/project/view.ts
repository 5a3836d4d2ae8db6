import { AppError } from '../errors.ts';
import { CORRECTIONS, type CorrectionName } from '../space/correction.ts';
import type { Unit } from '../space/types.ts';
import { camera, id, ids, index, maybe, oneOf, type Camera, type Codec } from './codecs.ts';

export type { Camera } from './codecs.ts';

/** What the reader looks at: everything a link reopens, and never any text of a document. */
export interface View {
  readonly view: 'map' | 'reach' | 'stance';
  readonly unit: Unit;
  readonly layout: 'pca' | 'umap';
  /** Whether the map's documents are shown as a picture or as rows. */
  readonly map: 'picture' | 'table';
  /**
   * `relatedness` to the selected scenario and `stance` on the chosen axis are of training documents,
   * `faithfulness` is of every point of the map.
   */
  readonly colour: 'group' | 'role' | 'relatedness' | 'stance' | 'faithfulness';
  /** Whether the map names its regions. */
  readonly regions: 'named' | 'unnamed';
  /** `Group.id` of groups that the legend has switched off. */
  readonly hidden: readonly string[];
  /** The end that Reach starts from: it lists documents for a scenario, or scenarios for a document. */
  readonly anchor: 'scenario' | 'document';
  /** `Document.id` of the selected training document. */
  readonly document: string | null;
  /** `Document.id` of the selected scenario. */
  readonly scenario: string | null;
  /** Index of the selected passage in its document. */
  readonly passage: number | null;
  /** What is taken out of the space. */
  readonly correction: CorrectionName;
  /** How Reach shows a ranking: as rows, or as shared words against shared meaning. */
  readonly reach: 'list' | 'scatter';
  /** Id of the concept axis in use. */
  readonly axis: string | null;
  /** The exhibit that is being shown. */
  readonly exhibit: ExhibitId | null;
  /** Centre of the picture and zoom; null where it shows everything. */
  readonly camera: Camera | null;
}

/** The exhibits of the demo, in the order of the tour. */
export const EXHIBITS = [
  'unrelated-stories',
  'nearness-has-no-sign',
  'why-beats-what',
  'villain-archetype',
  'whack-a-mole',
  'words-and-setting',
] as const;
export type ExhibitId = (typeof EXHIBITS)[number];

export interface DecodedView {
  readonly view: View;
  readonly problem: AppError<'view-unknown'> | null;
}

export const DEFAULT_VIEW: View = {
  view: 'map',
  unit: 'documents',
  layout: 'pca',
  map: 'picture',
  colour: 'group',
  regions: 'named',
  hidden: [],
  anchor: 'scenario',
  document: null,
  scenario: null,
  passage: null,
  correction: 'centre',
  reach: 'list',
  axis: null,
  exhibit: null,
  camera: null,
};

const VERSION = '1';
/** A hash longer than this is cut: 1,000 hidden groups fit. */
const MAX_HASH = 20_000;

const CODECS: { readonly [K in keyof View]: Codec<View[K]> } = {
  view: oneOf('map', 'reach', 'stance'),
  unit: oneOf('documents', 'passages'),
  layout: oneOf('pca', 'umap'),
  map: oneOf('picture', 'table'),
  colour: oneOf('group', 'role', 'relatedness', 'stance', 'faithfulness'),
  regions: oneOf('named', 'unnamed'),
  hidden: ids,
  anchor: oneOf('scenario', 'document'),
  document: id,
  scenario: id,
  passage: index,
  correction: oneOf(...CORRECTIONS),
  reach: oneOf('list', 'scatter'),
  axis: id,
  exhibit: maybe(...EXHIBITS),
  camera,
};
const KEYS = Object.keys(CODECS) as (keyof View)[];

/** The view as a URL hash: `#v1?view=reach&scenario=…`, default fields left out, '' for the default. */
export function encodeView(view: View): string {
  const pairs = KEYS.flatMap((key) => {
    const value = write(view, key);
    return value === write(DEFAULT_VIEW, key) ? [] : [`${key}=${value}`];
  });
  return pairs.length === 0 ? '' : `#v${VERSION}?${pairs.join('&')}`;
}

/**
 * The view that a URL hash describes. What cannot be read is the default, field by field; a version
 * that is not ours is the default view and a problem to show. Never throws.
 */
export function decodeView(hash: string): DecodedView {
  const matched = /^#?v(\d{1,9})(?:\?(.*))?$/s.exec(hash.slice(0, MAX_HASH));
  if (!matched) return { view: DEFAULT_VIEW, problem: null };
  const [, version = '', query = ''] = matched;
  if (version !== VERSION) {
    return { view: DEFAULT_VIEW, problem: new AppError('view-unknown', { version }) };
  }
  const given = new Map(query.split('&').map(splitPair));
  const view: View = {
    view: read(given, 'view'),
    unit: read(given, 'unit'),
    layout: read(given, 'layout'),
    map: read(given, 'map'),
    colour: read(given, 'colour'),
    regions: read(given, 'regions'),
    hidden: read(given, 'hidden'),
    anchor: read(given, 'anchor'),
    document: read(given, 'document'),
    scenario: read(given, 'scenario'),
    passage: read(given, 'passage'),
    correction: read(given, 'correction'),
    reach: read(given, 'reach'),
    axis: read(given, 'axis'),
    exhibit: read(given, 'exhibit'),
    camera: read(given, 'camera'),
  };
  return { view, problem: null };
}

function write<K extends keyof View>(view: Pick<View, K>, key: K): string {
  return CODECS[key].write(view[key]);
}

function read<K extends keyof View>(given: ReadonlyMap<string, string>, key: K): View[K] {
  const text = given.get(key);
  return (text === undefined ? undefined : CODECS[key].read(text)) ?? DEFAULT_VIEW[key];
}

function splitPair(pair: string): [key: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
