/** Words of pictures that are saved, and of the sheet that saves them. */
export const title = 'Save this picture';
export const heading = 'Title';
export const background = 'Ground';
export const grounds = { theme: 'As on the page', transparent: 'Transparent' } as const;
export const preview = 'How the picture will look';
export const svg = 'Save as SVG';
export const png = 'Save as PNG, twice the size';
export const tooLarge = 'This browser cannot make a PNG of that size. SVG has no such limit.';
export const button = 'Picture…';
export const buttonTitle = 'Save this picture as SVG or PNG';
export const names = {
  map: 'parable-map',
  scatter: 'parable-reach',
  strip: 'parable-stance',
} as const;

export const madeWith = (encoder: string | null, correction: string): string =>
  encoder === null
    ? `Correction: ${correction}.`
    : `Encoder: ${encoder}. Correction: ${correction}.`;
export const laidOutBy = (layout: string): string => `Layout: ${layout}.`;
export const fromTo = (low: string, high: string): string => `${low} → ${high}`;
