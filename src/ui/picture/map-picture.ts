import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Snapshot } from '../map/draw/snapshot.ts';
import type { MapModel } from '../map/model/map-model.svelte.ts';
import { tonesOf, type Scale } from '../tones.ts';
import { layouts } from '../words/map.ts';
import * as words from '../words/picture.ts';
import type { LegendItem } from './frame.ts';
import { mapPlot } from './map-plot.ts';
import type { PictureOffer } from './offer.ts';
import type { Palette } from './palette.ts';
import { settingsOf } from './settings.ts';
import { boxShape } from './shapes.ts';

/** The map on screen as a picture, with what its colours and shapes mean. */
export function mapPicture(explorer: Explorer, model: MapModel, snapshot: Snapshot): PictureOffer {
  const { shading, ends } = model.colour;
  const { view } = model;
  const groups = model.filter.entries.filter(({ hidden }) => !hidden);
  return {
    title: model.caption.summary,
    name: words.names.map,
    plot: (palette) => mapPlot(snapshot, palette),
    legend: (palette) => [
      ...groups.map(({ label, mark }): LegendItem => ({ label, mark })),
      ...(shading ? [toneItem(shading.scale, ends, palette)] : []),
    ],
    settings: [
      `${settingsOf(explorer)} ${words.laidOutBy(layouts[view.layout])}`,
      model.caption.notes.join(' '),
    ],
  };
}

const TONE = 12;

function toneItem(
  scale: Scale,
  [low, high]: readonly [string, string],
  { colour }: Palette,
): LegendItem {
  const tones = tonesOf(scale);
  const shapes = tones.map((tone, i) => boxShape([i * TONE, 1], [TONE, 9], { fill: colour(tone) }));
  return { label: words.fromTo(low, high), swatch: { width: tones.length * TONE, shapes } };
}
