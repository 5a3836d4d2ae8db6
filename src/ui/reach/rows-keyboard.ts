/** Where an arrow key leads from row `current` of `length`; null for a key that is not ours. */
export function rowAfter(key: string, current: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(length - 1, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

/** Moves the focus among the buttons of a list, by the arrow keys, Home and End. */
export function walkRows(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.currentTarget instanceof Element))
    return;
  const list = event.currentTarget.closest('[data-rows]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const next = rowAfter(event.key, rows.indexOf(event.currentTarget as HTMLElement), rows.length);
  if (next === null) return;
  // The map's arrow keys must not move as well.
  event.preventDefault();
  event.stopPropagation();
  rows[next]?.focus();
}
