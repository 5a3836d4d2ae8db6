/**
 * `npm run fuzz`: the parsers under 10,000 hostile files of each kind instead of the 500 of `npm test`;
 * `-- 100000` asks for another number. Takes about an hour.
 */
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '10000';
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    'tests/unit/core/corpus/parse/fuzz.test.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: runs } },
);
process.exit(status ?? 1);
