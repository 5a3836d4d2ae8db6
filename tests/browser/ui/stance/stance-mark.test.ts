import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { AxisReport } from '../../../../src/core/stance/types.ts';
import type { EncoderChoice } from '../../../../src/engine/embed.ts';
import StanceMark from '../../../../src/ui/stance/StanceMark.svelte';
import { corpusOf, opened } from '../host.ts';
import MarkHost from './MarkHost.svelte';

/** A mark on an axis of the reader's own with this report. */
async function marked(supported: boolean) {
  const explorer = opened(corpusOf({ Stories: ['one', 'two'] }));
  explorer.stance.own.all = new Map([
    ['a', { id: 'a', name: 'Warmth', positive: 'warm', negative: 'cold', examples: [] }],
  ]);
  explorer.encoders.current = { spec: { id: 'e', revision: '1' } } as unknown as EncoderChoice;
  explorer.embeddings.revision = 1;
  const report = {
    support: { supported, reasons: [] },
    scores: [
      { document: 'one', heldOut: -0.2 },
      { document: 'two', heldOut: 0.1 },
    ],
  } as unknown as AxisReport;
  const run = vi.spyOn(explorer.engine.analysis, 'run').mockResolvedValue(report);
  explorer.stance.need(explorer.stance.axes);
  await vi.waitUntil(() => run.mock.calls.length === 1 && explorer.stance.report !== null);
  return render(MarkHost, { explorer, of: StanceMark, document: 'one' });
}

it('names the pole that a document leans to', async () => {
  const screen = await marked(true);
  await expect
    .element(screen.getByTitle('Stance on “Warmth”'))
    .toHaveTextContent('leans to “cold” −0.20');
});

it('stays within a narrow row, its figure beside its mark', async () => {
  const { container } = await marked(true);
  container.style.width = '100px';
  const { right } = container.getBoundingClientRect();
  const [figure, mark] = ['.at', 'svg'].map((each) =>
    container.querySelector(each)!.getBoundingClientRect(),
  );
  expect(figure!.right).toBeLessThanOrEqual(right);
  expect(mark!.right).toBeLessThanOrEqual(right);
  expect(figure!.height).toBeLessThan(24);
});

it('says nothing on an axis that is not supported', async () => {
  const screen = await marked(false);
  expect(screen.container.textContent.trim()).toBe('');
});
