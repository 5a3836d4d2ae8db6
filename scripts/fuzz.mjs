/**
 * `npm run fuzz`: the parsers under 10,000 hostile files of each kind and property instead of the 500 of
 * `npm test`, other files every time; `-- 100000` asks for another number. PDFs are read in Chromium.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowser, remedy } from './browser.mjs';

const runs = process.argv[2] ?? '10000';
const browser = await ensureBrowser();
if (!browser) console.error(remedy);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--project', 'unit', '--project', 'browser', '--reporter', 'verbose'],
    'tests/unit/core/corpus/parse/fuzz.test.ts',
    'tests/browser/import/pdf.test.ts',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, VITE_FUZZ_RUNS: runs, ...(browser && { CHROME_PATH: browser }) },
  },
);
process.exit(browser ? (status ?? 1) : 1);
