import { counted } from './figures.ts';

/** What is said of encoders outside their sheet. */
export const inUse = (name: string): string => `Encoder: ${name}`;
export const changing = (name: string): string => `Changing to ${name}…`;
export const changed = (name: string): string =>
  `Texts are compared by ${name} now. Everything is embedded anew, so places and figures change.`;
export const changedToGiven = (name: string): string =>
  `Texts are compared by the vectors of “${name}” that came along. What has none is not on the map.`;
export const gone = (name: string): string =>
  `The model ${name} is not in this browser any more, so texts are compared by the site’s own encoder. To use it again, drop its folder or download it again.`;

/** Documents without a vector of an encoder of which only vectors are here. */
export const absent = {
  status: (documents: number): string =>
    `${counted(documents, 'document')} ${documents === 1 ? 'is' : 'are'} not in this space`,
  why: 'Which, and why',
  tag: 'not in this space',
};
