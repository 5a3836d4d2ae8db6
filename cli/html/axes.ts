import type { SupportReason, Validation } from '../../src/core/stance/types.ts';
import { counted, overlap, share } from '../../src/ui/words/figures.ts';
import type { WrittenAxis } from '../axes.ts';
import { markup, type Markup } from './markup.ts';

const REASONS: Readonly<Record<SupportReason, string>> = {
  'few-twins': 'fewer than six twins',
  'few-examples': 'fewer than six examples of a pole in topics with both',
  'few-topics': 'fewer than three topics',
  'topics-unknown': 'no topics named, so that subject may explain it',
  'not-testable': 'nothing could be held out',
  'not-significant': 'held-out examples are ordered no better than chance would (p above .05)',
};

/** The axes that the corpus offers, with what their claim rests on. */
export function axesMarkup(axes: readonly WrittenAxis[]): Markup {
  if (axes.length === 0) return markup``;
  return markup`<h2>Directions in which documents differ</h2>
<p>Each is learnt from the documents' own fields and asked about topics that it was not learnt from.
Where wording alone orders them as well, the direction may be no more than that.</p>
<div class="scroll"><table><thead><tr><th>Field</th><th>Learnt from</th><th>Ordered rightly, held out</th>
<th>p</th><th>By wording alone</th><th>By sentiment alone</th><th>Supported</th></tr></thead><tbody>
${axes.map(row)}</tbody></table></div>
`;
}

function row(axis: WrittenAxis): Markup {
  const { field, used, topics, validation, comparisons, support } = axis;
  const examples =
    used.kind === 'paired'
      ? counted(used.twins.length, 'pair of twins', 'pairs of twins')
      : counted(used.examples.length, 'example');
  const verdict = support.supported
    ? 'yes'
    : `no: ${support.reasons.map((reason) => REASONS[reason]).join('; ')}`;
  return markup`<tr><td>${field}</td><td>${examples} in ${counted(topics.length, 'topic')}</td>
<td>${accuracy(validation)}</td><td>${validation.p === null ? '–' : chance(validation.p)}</td>
<td>${accuracy(comparisons.wording)}</td><td>${accuracy(comparisons.sentiment)}</td>
<td>${verdict}</td></tr>
`;
}

function accuracy({ accuracy, interval }: Validation): string {
  if (accuracy === null) return '–';
  return interval
    ? `${share(accuracy)} (${share(interval[0])} to ${share(interval[1])})`
    : share(accuracy);
}

function chance(p: number): string {
  return p < 0.01 ? p.toFixed(4) : overlap(p);
}
