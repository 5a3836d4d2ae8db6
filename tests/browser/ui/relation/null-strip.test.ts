import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import NullStrip from '../../../../src/ui/relation/NullStrip.svelte';

const distribution = {
  scores: Float32Array.from({ length: 101 }, (_, i) => i / 100),
  documents: 40,
};

const x = (container: Element, selector: string, end: 'x1' | 'x2'): number =>
  Number(container.querySelector(selector)?.getAttribute(end));

it('draws the value, and the interval of its percentile, at their places', async () => {
  const { container } = await render(NullStrip, {
    distribution,
    value: 0.75,
    interval: [0.5, 0.9],
    domain: [0, 1] as const,
    width: 200,
  });
  expect(x(container, '.value', 'x1')).toBeCloseTo(150, 6);
  expect(x(container, '.interval', 'x1')).toBeCloseTo(100, 4);
  expect(x(container, '.interval', 'x2')).toBeCloseTo(180, 4);
});

it('draws no interval that it was not given', async () => {
  const { container } = await render(NullStrip, {
    distribution,
    value: 0.75,
    interval: null,
    domain: [0, 1] as const,
  });
  expect(container.querySelector('.interval')).toBeNull();
});
