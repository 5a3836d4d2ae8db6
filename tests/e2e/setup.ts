import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built site. */
    dist: string;
  }
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the site once, as a host would, unless `PARABLE_DIST` names one that is built already. */
export default async function setup(project: TestProject): Promise<void> {
  const given = process.env.PARABLE_DIST;
  if (!given) await build();
  project.provide('dist', path.resolve(root, given ?? 'dist'));
}

/** In a process of its own: the test runner's environment would make a development build. */
async function build(): Promise<void> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITE|VITEST)/.test(name)),
  );
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env,
  });
}
