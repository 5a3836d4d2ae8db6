import { listingBytes, type HubListing } from '../../core/hub/listing.ts';
import type { VettedId, VettedModel } from '../../core/hub/vetted.ts';
import type { CachedModel } from '../../platform/hub/model-cache.ts';
import type { Transfer } from '../../state/hub-models.svelte.ts';
import { counted, duration, fileSize } from './figures.ts';

export const title = 'From the model hub';
export const about =
  'A model is downloaded from huggingface.co when you say so, and kept in this browser. The hub then learns your network address and which model you want. It never learns anything of your documents: they stay on this machine.';
export const offers = 'Models on the hub';
export const begun = 'Downloads that were stopped';

/** What each is good for. */
export const uses: Readonly<Record<VettedId, string>> = {
  'minishlab/potion-base-2M': 'The smallest, for slow connections.',
  'minishlab/potion-base-4M': 'Small, and better than the smallest.',
  'minishlab/potion-base-8M': 'A good balance of size and quality.',
  'minishlab/potion-base-32M': 'The best of these for comparing texts in general.',
  'minishlab/potion-retrieval-32M': 'Tuned for finding the text that answers a question.',
};

export const facts = ({ dims, licence }: VettedModel): string =>
  `English. ${counted(dims, 'dimension')}. Licence: ${licence}.`;

export const download = (bytes: number): string => `Download ${fileSize(bytes)}`;
export const downloadNamed = (id: string, bytes: number): string =>
  `Download ${id}, ${fileSize(bytes)}`;

export const typed = {
  label: 'Any other static model, by its name on the hub',
  placeholder: 'owner/name',
  ask: 'Look it up on huggingface.co',
  malformed: 'A model’s name is that of its owner, a slash and its own: minishlab/potion-base-8M.',
};

export const asking = (id: string): string => `Asking the hub for ${id}…`;
export const found = ({ id }: HubListing): string => `${id} is on the hub.`;
export function foundFacts(listing: HubListing): string {
  const { commit, licence, files } = listing;
  const unchecked = files.filter(({ hash }) => hash === null).map(({ path }) => path);
  const check =
    unchecked.length === 0
      ? ''
      : ` The hub names no hash of ${unchecked.join(', ')}, so only the size can be checked.`;
  return `${counted(files.length, 'file')}, ${fileSize(listingBytes(listing))}. Licence: ${licence}. Version ${commit.slice(0, 7)}.${check}`;
}
export const leave = 'Leave it';

export const fetching = (id: string): string => `Downloading ${id}`;
export function progress({ done, total, rate, seconds }: Transfer): string {
  const pace = rate === null ? '' : `, ${fileSize(rate)} a second`;
  const left = seconds === null ? '' : `, ${duration(seconds)} left`;
  return `${fileSize(done)} of ${fileSize(total)}${pace}${left}`;
}
export const stop = 'Stop';
export const stopHint =
  'You can close this, or stop and go on another time: what has arrived is kept.';
export const opening = (id: string): string => `Opening ${id}…`;

export const here = (name: string): string => `${name} is in this browser now.`;
export const hereMeaning =
  'It opens without the hub from now on. If you use it, all documents and the neutral texts are embedded anew, here on this machine.';
export const use = 'Use it as the encoder';
export const later = 'Later';

export const arrived = ({ bytes, listing }: CachedModel): string =>
  `${fileSize(bytes)} of ${fileSize(listingBytes(listing))} have arrived.`;
export const goOn = 'Go on';
export const goOnNamed = (id: string): string => `Go on downloading ${id}`;
export const discard = 'Discard';
export const discardNamed = (id: string): string => `Discard what has arrived of ${id}`;
