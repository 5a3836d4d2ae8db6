import type { Component } from 'svelte';

interface PartModule {
  readonly default: Component;
}

/** Parts of the page that are downloaded when they are first shown: a first visit needs none of them. */
const LOADERS = {
  agreement: () => import('../agreement/AgreementSheet.svelte'),
  cut: () => import('../reader/CutNote.svelte'),
  encoder: () => import('../encoder/EncoderSheet.svelte'),
  exhibit: () => import('../exhibits/ExhibitPanel.svelte'),
  explanation: () => import('../explain/ExplainSheet.svelte'),
  gathered: () => import('../gathered/GatheredBar.svelte'),
  import: () => import('../corpus/ImportSheet.svelte'),
  keys: () => import('./KeysHelp.svelte'),
  mapTable: () => import('../map/table/MapTable.svelte'),
  mapTools: () => import('../map/MapTools.svelte'),
  pair: () => import('../reader/PairReading.svelte'),
  mapTrust: () => import('../map/TrustPanel.svelte'),
  openProject: () => import('../corpus/OpenQuestion.svelte'),
  picture: () => import('../picture/PictureSheet.svelte'),
  reach: () => import('../reach/ReachView.svelte'),
  storage: () => import('../storage/StorageSheet.svelte'),
  sort: () => import('../corpus/SortSheet.svelte'),
  regions: () => import('../map/RegionSheet.svelte'),
  together: () => import('../reach/TogetherList.svelte'),
  stance: () => import('../stance/StanceView.svelte'),
} satisfies Readonly<Record<string, () => Promise<PartModule>>>;

export type Part = keyof typeof LOADERS;

const loading = new Map<Part, Promise<PartModule>>();

/** A part, downloaded once; one that failed is asked for anew the next time. */
export function loadPart(part: Part): Promise<PartModule> {
  const known = loading.get(part);
  if (known) return known;
  const promise: Promise<PartModule> = LOADERS[part]();
  loading.set(part, promise);
  promise.catch(() => loading.delete(part));
  return promise;
}
