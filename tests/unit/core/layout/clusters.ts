import { randomRows, unitMatrix } from '../space/rows.ts';

/** `count` rows close about each of three directions, one after the other. */
export function clusters(count: number) {
  const noise = randomRows(count * 3, 12, 8);
  const rows = Array.from({ length: count * 3 }, (_, r) =>
    Array.from(
      { length: 12 },
      (_, d) => (d === Math.floor(r / count) ? 1 : 0) + 0.3 * noise.data[r * 12 + d]!,
    ),
  );
  return unitMatrix(rows);
}

/** Share of points whose nearest point in the picture is of their own cluster. */
export function hit(positions: Float32Array, cluster: (point: number) => number): number {
  const n = positions.length / 2;
  let hits = 0;
  for (let i = 0; i < n; i++) {
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < n; j++) {
      const distance = Math.hypot(
        positions[i * 2]! - positions[j * 2]!,
        positions[i * 2 + 1]! - positions[j * 2 + 1]!,
      );
      if (j !== i && distance < least) [best, least] = [j, distance];
    }
    if (cluster(best) === cluster(i)) hits++;
  }
  return hits / n;
}

/** Width of a picture. */
export function spread(positions: Float32Array): number {
  const xs = positions.filter((_, i) => i % 2 === 0);
  return Math.max(...xs) - Math.min(...xs);
}
