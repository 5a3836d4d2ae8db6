import type { Projection, Size } from '../place/camera.ts';
import type { Batch } from './batch.ts';
import { mix, type Raster } from './raster.ts';

/** Where points crowd they are counted in small square cells, and cells are the fuller the more they hold. */
export interface SplatStyle {
  /** Device pixels of a cell's side. */
  readonly side: number;
  /** How much of the ground one point covers, in (0, 1]; further ones cover as much of what is left. */
  readonly opacity: number;
}

/** Points per CSS pixel of the map from which cells are 2 pixels wide instead of 3. */
const DENSE = 0.06;
const OPACITY = { least: 0.2, most: 0.85, atOne: 0.3 } as const;

/**
 * Side and opacity of cells: the closer points lie on the screen, the fainter each of them is.
 * Depends on the zoom and not on what is in view, so that nothing changes while one pans.
 *
 * @param points on the whole map
 * @param extent of the whole map on the screen, in CSS pixels
 * @param ratio device pixels per CSS pixel
 */
export function splatStyle(points: number, extent: Size, ratio: number): SplatStyle {
  const density = points / Math.max(1, extent.width * extent.height);
  const side = density > DENSE ? 2 : 3;
  const layers = Math.max(1e-9, density * side ** 2);
  const opacity = OPACITY.atOne / Math.sqrt(layers);
  return {
    side: Math.max(1, Math.round(side * ratio)),
    opacity: Math.max(OPACITY.least, Math.min(OPACITY.most, opacity)),
  };
}

/** Points in one cell from which it is as full as it gets. */
const FULL = 64;

/** Draws points as cells, in memory that is kept from frame to frame. */
export class Splats {
  #counts = new Uint32Array();
  /** The mark of each cell's last point, which is the one on top. */
  #marks = new Uint8Array();

  /**
   * Draws the first points of a batch. Cells lie still on the map, not on the screen, so that
   * panning does not make them flicker.
   *
   * @param points how many
   * @param projection from places to device pixels
   * @param colours opaque pixels, by mark
   */
  draw(
    raster: Raster,
    batch: Pick<Batch, 'places' | 'mark'>,
    points: number,
    projection: Projection,
    colours: Uint32Array,
    { side, opacity }: SplatStyle,
  ): void {
    if (points === 0) return;
    const { scale, x, y } = projection;
    const [left, top] = [beneath(x, side), beneath(y, side)];
    const columns = Math.ceil((raster.width - left) / side);
    const rows = Math.ceil((raster.height - top) / side);
    this.#clear(columns * rows);
    const cells = { scale: scale / side, x: (x - left) / side, y: (y - top) / side };
    this.#count(batch, points, cells, columns, rows);
    const shares = Int32Array.from({ length: FULL + 1 }, (_, count) =>
      Math.round(256 * (1 - (1 - opacity) ** count)),
    );
    const onPaper = Array.from(colours, (colour) =>
      Int32Array.from(shares, (share) => mix(colour, raster.paper, share)),
    );
    const counts = this.#counts;
    for (let row = 0, cell = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, cell++) {
        const count = counts[cell]!;
        if (count === 0) continue;
        const full = count < FULL ? count : FULL;
        const mark = this.#marks[cell]!;
        const [x, y] = [left + column * side, top + row * side];
        raster.tint(x, y, side, colours[mark]!, shares[full]!, onPaper[mark]![full]!);
      }
    }
  }

  #clear(cells: number): void {
    if (this.#counts.length >= cells) {
      this.#counts.fill(0, 0, cells);
      return;
    }
    this.#counts = new Uint32Array(cells);
    this.#marks = new Uint8Array(cells);
  }

  #count(
    { places, mark }: Pick<Batch, 'places' | 'mark'>,
    points: number,
    { scale, x, y }: Projection,
    columns: number,
    rows: number,
  ): void {
    const counts = this.#counts;
    const marks = this.#marks;
    for (let i = 0; i < points; i++) {
      const column = x + scale * places[2 * i]!;
      const row = y + scale * places[2 * i + 1]!;
      if (!(column >= 0 && row >= 0 && column < columns && row < rows)) continue;
      const cell = (row | 0) * columns + (column | 0);
      counts[cell]!++;
      marks[cell] = mark[i]!;
    }
  }
}

/** The largest place in (−side, 0] that is a whole number of sides away from another. */
function beneath(place: number, side: number): number {
  const rest = Math.round(place) % side;
  return rest > 0 ? rest - side : rest;
}

/** A colour as it is where it recedes into the paper. */
export function receding(colour: number, paper: number, strength: number): number {
  return mix(colour, paper, Math.round(256 * strength));
}
