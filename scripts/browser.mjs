import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PLAYWRIGHT = path.resolve(import.meta.dirname, '../node_modules/playwright/cli.js');
const PLAYWRIGHT_MS = 300_000;
const APT_MS = 600_000;

/**
 * A Chromium that starts on this machine: `CHROME_PATH`, else Playwright's own, else an installed one.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @param {string} [own] where Playwright keeps its own
 * @returns {Promise<string | null>}
 * @throws Error if `CHROME_PATH` is set and names no program
 */
export async function findBrowser(env = process.env, own) {
  if (env.CHROME_PATH) {
    if (isProgram(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH names no program: ${env.CHROME_PATH}`);
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const installed = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const candidates = [own ?? (await playwrightPath()), ...installed, ...APPLICATIONS];
  return candidates.find((candidate) => isProgram(candidate) && starts(candidate)) ?? null;
}

/**
 * As `findBrowser`, and where none is there gets one: Playwright's download, else Debian's package.
 * @param {(line: string) => void} [say]
 * @returns {Promise<string | null>} null where none could be had; `remedy` then tells what to do
 */
export async function ensureBrowser(say = console.log) {
  const found = await findBrowser();
  if (found) return found;

  say('No Chromium found: downloading Playwright’s own (npx playwright install chromium) …');
  attempt(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], PLAYWRIGHT_MS);
  const downloaded = await findBrowser();
  if (downloaded) return downloaded;

  if (!isRootOnDebian()) return null;
  say('That did not work: installing Debian’s package (apt-get install -y chromium) …');
  attempt('apt-get', ['update', '-qq'], APT_MS);
  attempt('apt-get', ['install', '-y', '-qq', 'chromium'], APT_MS, {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return findBrowser();
}

/** What to tell a person when no Chromium could be had. */
export const remedy = [
  'The tests need a Chromium and none could be installed. Any one of these helps:',
  '  npx playwright install --with-deps chromium',
  '  sudo apt-get install -y chromium          (Debian; on Ubuntu use the line above)',
  '  CHROME_PATH=/path/to/chrome npm test      (a Chrome or Chromium you already have)',
].join('\n');

async function playwrightPath() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether the program runs at all: a download without its system libraries does not. @param {string} file */
function starts(file) {
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/**
 * Runs an installer quietly; whether it helped shows in what is found afterwards.
 * @param {string} command @param {string[]} args @param {number} timeout milliseconds
 * @param {Record<string, string>} [env]
 */
function attempt(command, args, timeout, env = {}) {
  spawnSync(command, args, { stdio: 'ignore', timeout, env: { ...process.env, ...env } });
}

function isRootOnDebian() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
  } catch {
    return false;
  }
}
