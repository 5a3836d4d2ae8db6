import type { LegendItem, Plot } from './frame.ts';
import type { Palette } from './palette.ts';

/** A picture that can be saved: what it shows, and the words round it. */
export interface PictureOffer {
  readonly title: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly plot: (palette: Palette) => Plot;
  readonly legend: (palette: Palette) => readonly LegendItem[];
  readonly settings: readonly string[];
}
