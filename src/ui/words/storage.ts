import { listingBytes, type HubFile } from '../../core/hub/listing.ts';
import type { CachedModel } from '../../platform/hub/model-cache.ts';
import type { StorageRoom } from '../../platform/storage.ts';
import type { VectorCount } from '../../platform/vector-store.ts';
import type { KeptEncoder } from '../../state/encoders.svelte.ts';
import type { GivenEncoder } from '../../state/given.svelte.ts';
import type { OwnGroup } from '../../state/kept-here.svelte.ts';
import { counted, fileSize, fineShare } from './figures.ts';

export const title = 'Storage';
export const about =
  'All of this is in this browser alone. What you free is gone from it; only documents can be brought back by undo.';

export const looking = 'Looking up what is kept…';
export function room({ used, quota }: StorageRoom): string {
  if (used === null || quota === null || quota === 0) {
    return 'This browser does not tell how much this site keeps.';
  }
  return `${fileSize(used)} of the ${fileSize(quota)} that this browser lets the site keep: ${fineShare(used / quota)}.`;
}
export const persistent = 'The browser keeps it until you remove it.';
export const fleeting = 'The browser may throw it away when the disk runs short.';
export const persist = 'Ask the browser to keep it';
export const refused =
  'The browser did not agree. Some do once you have added the page to your bookmarks or visited it more often.';

export const models = {
  title: 'Models',
  none: 'None but those of the site, which the browser may keep like any page.',
  what: ({ spec, bytes, place, stored }: KeptEncoder): string =>
    `${fileSize(bytes)}, ${place.at === 'hub' ? 'from the hub' : 'yours'}${stored ? '' : ', in memory only'}. ${spec.kind === 'static' ? 'Static' : `Transformer, ${spec.dtype}`}.`,
  unfinished: ({ listing, bytes }: CachedModel): string =>
    `${fileSize(bytes)} of ${fileSize(listingBytes(listing))}, a download that was stopped.`,
  files: 'Its files',
  file: (path: string, bytes: number): string => `${path}, ${fileSize(bytes)}`,
  hash: (file: HubFile): string =>
    file.hash
      ? `${file.hash.of === 'content' ? 'SHA-256' : 'Git'} ${file.hash.hex.slice(0, 12)}…`
      : 'no hash known',
};

export const vectors = {
  title: 'Vectors of passages',
  none: 'None.',
  about: 'With these a text that was embedded once is there at once. Freed, it is embedded anew.',
  earlier: 'Of an earlier version of this page, of no use any more',
  name: (encoder: string): string => encoder.replace(/@[^/]*/, ''),
  what: ({ vectors: count, bytes }: VectorCount, inUse: boolean): string =>
    `${counted(count, 'passage')}${bytes === null ? '' : `, ${fileSize(bytes)}`}.${inUse ? ' The encoder in use.' : ''}`,
};

export const given = {
  title: 'Vectors that came along',
  about: 'No encoder here makes them again: to get them back, bring their file anew.',
  what: ({ documents: count, spec }: GivenEncoder): string =>
    `${counted(count, 'document')}, ${counted(spec.dims, 'dimension')}.`,
};

export const documents = {
  title: 'Your documents',
  none: 'None. What the site ships is not kept here.',
  what: ({ documents: own, chars }: OwnGroup): string =>
    `${counted(own.length, 'document')}, ${counted(chars, 'character')}. Undo brings them back.`,
};

export const axes = {
  title: 'Your axes',
  none: 'None.',
  what: (examples: number): string => `${counted(examples, 'example')}.`,
};

export const free = 'Free';
export const freeNamed = (what: string): string => `Free ${what}`;
export const freeAll = 'Free everything';
export const freeAllSure = 'Yes, free models, vectors, documents and axes';
export const freeAllKeep = 'Keep it';
export const freeing = 'Freeing…';
