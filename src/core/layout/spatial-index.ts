import KDBush from 'kdbush';

/** Index over positions ([points × 2]) as one transferable buffer; open it with `openIndex`. */
export function indexPositions(positions: Float32Array): ArrayBuffer {
  const index = new KDBush(positions.length / 2, 64, Float32Array);
  for (let i = 0; i < positions.length; i += 2) index.add(positions[i]!, positions[i + 1]!);
  return index.finish().data as ArrayBuffer;
}

/** The index behind a buffer of `indexPositions`: `range` and `within` give point numbers. */
export function openIndex(buffer: ArrayBuffer): KDBush {
  return KDBush.from(buffer);
}
