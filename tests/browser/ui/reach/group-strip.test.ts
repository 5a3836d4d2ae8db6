import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import GroupStrip from '../../../../src/ui/reach/GroupStrip.svelte';

const summary = {
  documents: 12,
  missing: 0,
  quartiles: [0.3, 0.5, 0.8],
  passing: 0.25,
  interval: [0.2, 0.7],
} as const;
const props = {
  summary,
  name: 'Stories',
  mark: undefined,
  hidden: false,
  ontoggle: vi.fn<() => void>(),
};

it('says of a group how many there are, their median and how many pass, with intervals', async () => {
  const { container } = await render(GroupStrip, props);
  // The interval of 3 of 12 is SciPy's, in tests/fixtures/statistics/wilson.json.
  expect(container.textContent).toMatch(/n = 12.*median 50\s+20–70.*25% above 95 \(9%–53%\)/s);
});

it('switches the group off and on', async () => {
  const screen = await render(GroupStrip, props);
  const button = screen.getByRole('button', { name: 'Stories: 12 documents' });
  await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  expect(props.ontoggle).toHaveBeenCalledOnce();
});

it('draws nothing of a group of which nothing is measured', async () => {
  const empty = { documents: 0, missing: 2, quartiles: null, passing: null, interval: null };
  const { container } = await render(GroupStrip, { ...props, summary: empty });
  expect(container.textContent).toContain('nothing measured');
  expect(container.querySelector('.median')).toBeNull();
});
