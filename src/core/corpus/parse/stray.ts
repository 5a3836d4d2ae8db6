/** Files that systems leave in folders and archives and nobody means to bring. */
const STRAY = /^(?:\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/** Whether any name of a path (`/`-separated) is such a file or folder. */
export function isStray(path: string): boolean {
  return path.split('/').some((name) => STRAY.test(name));
}
