import { listingBytes, type HubListing } from '../../core/hub/listing.ts';
import type { VettedId, VettedModel } from '../../core/hub/vetted.ts';
import type { CachedModel } from '../../platform/hub/model-cache.ts';
import type { Transfer } from '../../state/hub-models.svelte.ts';
import { poolings } from './encoder.ts';
import { counted, duration, fileSize } from './figures.ts';

export const title = 'From the model hub';
export const about =
  'A model is downloaded from huggingface.co when you say so, and kept in this browser. The hub then learns your network address and which model you want. It never learns anything of your documents: they stay on this machine.';
export const offers = 'Models on the hub';
export const begun = 'Downloads that were stopped';

/** What each is good for. */
export const uses: Readonly<Record<VettedId, string>> = {
  'Xenova/all-MiniLM-L6-v2':
    'The usual first choice: fast, and made for comparing sentences and short passages.',
  'Snowflake/snowflake-arctic-embed-xs':
    'As small, with room for longer passages; made for finding texts.',
  'Xenova/bge-small-en-v1.5': 'Twice as deep and half as fast; strong at finding texts.',
  'Xenova/gte-small': 'Twice as deep and half as fast; an all-rounder for comparing texts.',
  'Xenova/e5-small-v2': 'Twice as deep and half as fast; trained on pairs of texts from the web.',
  'Xenova/multilingual-e5-small':
    'For corpora in other languages, or in several: it compares across them.',
  'minishlab/potion-base-2M': 'The smallest, for slow connections.',
  'minishlab/potion-base-4M': 'Small, and better than the smallest.',
  'minishlab/potion-base-8M': 'A good balance of size and quality.',
  'minishlab/potion-base-32M': 'The best of these for comparing texts in general.',
  'minishlab/potion-retrieval-32M': 'Tuned for finding the text that answers a question.',
};

/** Kinds of models, as headings over the lists. */
export const kinds: Readonly<Record<VettedModel['kind'], { title: string; about: string }>> = {
  transformer: {
    title: 'Transformers on the hub',
    about: 'They read words in their context, at some ten to a hundred passages a second.',
  },
  static: {
    title: 'Static models on the hub',
    about:
      'They add up the vectors of words, in any order, at tens of thousands of passages a second.',
  },
};

export function facts(model: VettedModel): string {
  const { languages, dims, licence } = model;
  const read = model.kind === 'static' ? '' : ` ${counted(model.maxTokens, 'token')} of a passage.`;
  return `${languages === 'English' ? 'English' : 'About 100 languages'}. ${counted(dims, 'dimension')}.${read} Licence: ${licence}.`;
}

/** On the button that asks; the hub is told nothing by it. */
export const get = (bytes: number): string => `Get it, about ${fileSize(bytes)}`;
export const getNamed = (id: string, bytes: number): string =>
  `Get ${id}, about ${fileSize(bytes)}`;
export const chosen = {
  title: (id: string): string => `Download ${id} from huggingface.co?`,
  about: (model: VettedModel): string =>
    model.kind === 'static'
      ? facts(model)
      : `${facts(model)} A passage’s vector is ${poolings[model.pooling]}, as its card says.${
          model.prefix === undefined
            ? ''
            : ` “${model.prefix}” is put before every text, as its card asks.`
        }`,
  told: 'The hub then learns your network address and which model you want, and nothing of your documents.',
  weights: 'Weights',
  yes: (bytes: number): string => `Yes, download about ${fileSize(bytes)}`,
};

export const download = (bytes: number): string => `Download ${fileSize(bytes)}`;

export const typed = {
  label: 'Any other model for Transformers.js or model2vec, by its name on the hub',
  placeholder: 'owner/name',
  ask: 'Look it up on huggingface.co',
  malformed: 'A model’s name is that of its owner, a slash and its own: Xenova/gte-small.',
};

export const asking = (id: string): string => `Asking the hub for ${id}…`;
export const found = ({ id }: HubListing): string => `${id} is on the hub.`;
export function foundFacts(
  { commit, licence, files }: HubListing,
  needed: readonly string[],
): string {
  const wanted = files.filter(({ path }) => needed.includes(path));
  const unchecked = wanted.filter(({ hash }) => hash === null).map(({ path }) => path);
  const check =
    unchecked.length === 0
      ? ''
      : ` The hub names no hash of ${unchecked.join(', ')}, so only the size can be checked.`;
  return `${counted(wanted.length, 'file')}, ${fileSize(listingBytes({ files: wanted }))}. Licence: ${licence}. Version ${commit.slice(0, 7)}.${check}`;
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
