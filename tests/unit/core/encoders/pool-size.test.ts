import { expect, it } from 'vitest';
import { workersFor } from '../../../../src/core/encoders/pool-size.ts';

const MB = 2 ** 20;
const MANY = 10_000;

it.each([
  ['two cores', { cores: 2, memory: 8 }, 23, MANY, 2],
  ['four cores', { cores: 4, memory: 8 }, 23, MANY, 4],
  ['six cores, one of them for the page', { cores: 6, memory: 8 }, 23, MANY, 5],
  ['very many cores', { cores: 64, memory: 8 }, 23, MANY, 8],
  ['a small phone', { cores: 8, memory: 1 }, 23, MANY, 1],
  ['a large model', { cores: 8, memory: 8 }, 110, MANY, 4],
  ['a model too large for the share', { cores: 8, memory: 0.5 }, 400, MANY, 1],
  ['a few passages', { cores: 8, memory: 8 }, 23, 20, 2],
  ['one passage', { cores: 8, memory: 8 }, 23, 1, 1],
  ['nothing to do', { cores: 8, memory: 8 }, 23, 0, 1],
])('suits %s', (_, machine, megabytes, passages, workers) => {
  expect(workersFor(machine, megabytes * MB, passages)).toBe(workers);
});
