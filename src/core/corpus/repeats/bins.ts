/** Bins of the sketch of a text; the error of an estimated similarity is about 1 / √BINS. */
export const BINS = 128;
