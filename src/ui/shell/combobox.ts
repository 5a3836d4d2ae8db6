/** Results that the list under the search field shows; more are counted. */
export const SHOWN = 12;

/** Where the highlight of a list goes on a key; null for keys that do not move it. */
export function moved(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % length;
    case 'ArrowUp':
      return active <= 0 ? length - 1 : active - 1;
    case 'Home':
      return active < 0 ? null : 0;
    case 'End':
      return active < 0 ? null : length - 1;
    default:
      return null;
  }
}
