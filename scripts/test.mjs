import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser, remedy } from './browser.mjs';

/** @typedef {{ title: string, program: string, args: string[] }} Check a program in node_modules */

/** The longest first. @type {Check[]} */
const CHECKS = [
  { title: 'ESLint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    title: 'Prettier',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  {
    title: 'TypeScript',
    program: 'typescript/bin/tsc',
    args: ['-b', ...['core', 'workers', 'node'].map((name) => `tsconfig.${name}.json`)],
  },
  {
    title: 'svelte-check',
    program: 'svelte-check/bin/svelte-check',
    args: ['--fail-on-warnings', '--tsconfig', 'tsconfig.app.json'],
  },
];

/** Checks running side by side; each holds a compiler's worth of memory. */
const LANES = 2;

/** What never ends is ended: a parser that loops within a test keeps Vitest's own time limits waiting. */
const VITEST_MINUTES = 30;

process.chdir(path.resolve(import.meta.dirname, '..'));
const started = performance.now();
const code = (await checks()) || (await tests(process.argv.slice(2)));
if (code !== 0) console.error(`\nStopped at the first failure, after ${seconds(started)}.`);
process.exit(code);

/** Runs the checks, each as soon as a lane is free, and stops at the first that fails. */
async function checks() {
  const stop = new AbortController();
  const waiting = [...CHECKS];
  let failure = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, took } = await capture(check, stop.signal);
      if (stop.signal.aborted) return;
      heading(`${check.title}: ${code === 0 ? 'passed' : 'FAILED'} (${took})`);
      if (code === 0) continue;
      failure = code;
      stop.abort();
      console.error(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failure;
}

/**
 * Unit, browser and end-to-end tests, with the runner's own totals last.
 * @param {string[]} args passed on to Vitest
 */
async function tests(args) {
  const browser = await ensureBrowser();
  if (!browser) {
    heading('Chromium: MISSING');
    console.error(remedy);
    return 1;
  }
  heading(`Vitest, in ${browser}`);
  process.env.CHROME_PATH = browser;
  // In a process group of its own, so that no worker and no browser outlives it.
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    detached: true,
  });
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => child.pid && process.kill(-child.pid, signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => end(signal));
  }
  const limit = setTimeout(() => {
    console.error(
      `\nVitest did not end within ${VITEST_MINUTES} minutes: a test above never does.`,
    );
    end('SIGKILL');
  }, VITEST_MINUTES * 60_000);
  const code = await exitCode(child);
  clearTimeout(limit);
  return code;
}

/** @param {Check} check @param {AbortSignal} signal */
async function capture({ program, args }, signal) {
  const from = performance.now();
  const child = spawn(process.execPath, [`node_modules/${program}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return { code: await exitCode(child), output, took: seconds(from) };
}

/**
 * The exit code of a program once it has ended and its output is complete; 1 if a signal ended it.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string} text */
function heading(text) {
  console.log(`\n━━ ${text}`);
}

/** @param {number} from */
function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
