import type { Span } from '../../core/corpus/model.ts';
import { segments, type Cut, type Run } from './segments.ts';
import { spansWithin } from './sheets.ts';

/**
 * The runs of one stretch of a text, with offsets and passage indices of the whole text: work
 * grows with the stretch, not with the text.
 *
 * @param cut of the whole text, its shared words and quoted stretches in reading order as well
 */
export function runsWithin(
  text: string,
  stretch: Span,
  { passages, shared, quoted = [], lit }: Cut,
): Run[] {
  const own = spansWithin(passages, stretch);
  const within = (spans: readonly Span[]): Span[] => {
    const { from, to } = spansWithin(spans, stretch);
    return spans.slice(from, to).map((span) => shift(span, -stretch.start));
  };
  const runs = segments(text.slice(stretch.start, stretch.end), {
    passages: passages.slice(own.from, own.to).map((span) => shift(span, -stretch.start)),
    shared: within(shared),
    quoted: within(quoted),
    lit: lit && new Set([...lit].map((passage) => passage - own.from)),
  });
  return runs.map((run) => ({
    ...run,
    ...shift(run, stretch.start),
    passage: run.passage === null ? null : run.passage + own.from,
  }));
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
