import { lineWidth, type Link } from './evidence.ts';
import { endOf, linePath, scrollToSee, type End, type Extent } from './lines.ts';

/** A link as drawn between the two panes. */
export interface Line {
  readonly link: Link;
  readonly path: string;
  /** Middle of the line, where its cosine is written. */
  readonly middle: number;
  readonly width: number;
  /** One of its passages is scrolled out of sight. */
  readonly away: boolean;
}

/** The lines between two panes of one height, whose passages carry `data-passage`. */
export function measureLines(
  links: readonly Link[],
  scenario: HTMLElement,
  document: HTMLElement,
  gutter: number,
): Line[] {
  return links.flatMap((link) => {
    const from = end(scenario, link.scenarioPassage);
    const to = end(document, link.passage);
    if (!from || !to) return [];
    return {
      link,
      path: linePath(from, to, gutter),
      middle: (from.y + to.y) / 2,
      width: lineWidth(link.cosine),
      away: from.away || to.away,
    };
  });
}

/** Scrolls a pane, and nothing around it, so that a passage of it is in sight. */
export function reveal(pane: HTMLElement, passage: number): void {
  const extent = extentOf(pane, passage);
  const top = extent && scrollToSee(extent, pane.clientHeight, pane.scrollTop);
  if (top === null) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  pane.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
}

/** Calls at most once per frame, with what is on screen then. */
export function oncePerFrame(run: () => void): { ask: () => void; stop: () => void } {
  let frame = 0;
  return {
    ask: () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        run();
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

function end(pane: HTMLElement, passage: number): End | null {
  const extent = extentOf(pane, passage);
  return extent && endOf(extent, pane.clientHeight);
}

function extentOf(pane: HTMLElement, passage: number): Extent | null {
  const element = pane.querySelector(`[data-passage="${passage}"]`);
  if (!element) return null;
  const { top, bottom } = element.getBoundingClientRect();
  const origin = pane.getBoundingClientRect().top;
  return { top: top - origin, bottom: bottom - origin };
}
