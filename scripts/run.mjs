/**
 * Runs a TypeScript script on a Node that does not run TypeScript itself:
 *   node scripts/run.mjs scripts/build-encoder.ts [argument…]
 * imports the module through Vite and calls its `main(args: string[])`. Prints what it throws
 * (with the stack if DEBUG is set) and exits with 1.
 */
import { resolve } from 'node:path';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const [script, ...args] = process.argv.slice(2);
let environment;
try {
  if (!script) throw new Error('Usage: node scripts/run.mjs <script.ts> [argument…]');
  environment = await openEnvironment();
  const module = await environment.runner.import(resolve(script));
  if (typeof module.main !== 'function') throw new Error(`${script} exports no main(args)`);
  await module.main(args);
} catch (error) {
  const described = error instanceof Error ? error : new Error(String(error));
  console.error(process.env.DEBUG ? described : `${script ?? 'run'}: ${described.message}`);
  process.exitCode = 1;
} finally {
  await environment?.close();
}

/**
 * What Vite's `runnerImport` sets up. That function closes it once the module is imported, and
 * with it every `import()` that the script would do later.
 */
async function openEnvironment() {
  /** @type {import('vite').EnvironmentOptions} */
  const inline = {
    consumer: 'server',
    dev: { moduleRunnerTransform: true },
    resolve: { external: true, mainFields: [], conditions: ['node'] },
  };
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      cacheDir: '.cache/vite-run',
      logLevel: 'silent',
      environments: { inline },
    },
    'serve',
  );
  const opened = createRunnableDevEnvironment('inline', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await opened.init();
  return opened;
}
