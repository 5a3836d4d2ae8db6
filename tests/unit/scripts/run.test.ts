import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const execute = promisify(execFile);

/** Exit code and output of the runner, called as a command. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await execute('node', ['scripts/run.mjs', ...args])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'));
  await writeFile(join(folder, 'late.ts'), 'export const word: string = "late";');
  await writeFile(
    join(folder, 'script.ts'),
    `export async function main(args: string[]): Promise<void> {
       const { word } = await import('./late.ts');
       if (args[0] === 'fail') throw new Error('it failed');
       console.log(word, args.join('|'));
     }`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('runs main with its arguments, imports within it included', async () => {
  const { code, stdout } = await run(join(folder, 'script.ts'), 'a', 'b c');
  expect(code).toBe(0);
  expect(stdout).toBe('late a|b c\n');
});

test('prints an error in one line and exits with 1', async () => {
  const { code, stderr } = await run(join(folder, 'script.ts'), 'fail');
  expect(code).toBe(1);
  expect(stderr).toMatch(/script\.ts: it failed\n$/);
  expect(stderr).not.toContain('    at ');
});

test.each([[[]], [[join('scripts', 'none.ts')]], [[join('scripts', 'onnx', 'graph.ts')]]])(
  'refuses %j',
  async (args) => {
    expect((await run(...args)).code).toBe(1);
  },
);
