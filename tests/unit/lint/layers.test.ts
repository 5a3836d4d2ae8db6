import path from 'node:path';
import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { describe, it } from 'vitest';
import { layers } from '../../../scripts/eslint/layers.js';

RuleTester.describe = describe;
RuleTester.it = it;

const root = path.resolve(import.meta.dirname, '../../..');
const tester = new RuleTester({ languageOptions: { parser: ts.parser } });

/** A case: the importing file, its code, and the message the rule must give. */
const inFile = (file: string, code: string): { filename: string; code: string } => ({
  filename: path.join(root, file),
  code,
});
const refused = (
  file: string,
  code: string,
  messageId: string,
): { filename: string; code: string; errors: { messageId: string }[] } => ({
  ...inFile(file, code),
  errors: [{ messageId }],
});

tester.run('layers', layers, {
  valid: [
    inFile('src/core/space/space.ts', `import { a } from '../corpus/model.ts';`),
    inFile('src/platform/site.ts', `import { a } from '../core/errors.ts';`),
    inFile('workers/encoder.ts', `import { a } from '../src/platform/site.ts';`),
    inFile('src/engine/engine.ts', `import type { Api } from '../../workers/analysis.ts';`),
    inFile('src/engine/engine.ts', `export type { Api } from '../../workers/analysis.ts';`),
    inFile('src/engine/engine.ts', `let a: import('../../workers/job.ts').Jobs;`),
    inFile('src/engine/spawn.ts', `import url from '../../workers/layout.ts?worker&url';`),
    inFile('src/engine/spawn.ts', `new Worker(url, { type: 'module' });`),
    inFile('src/state/session.svelte.ts', `import { a } from '../engine/engine.ts';`),
    inFile('src/ui/App.svelte.ts', `import { a } from '../state/session.svelte.ts';`),
    inFile('src/main.ts', `import App from './ui/App.svelte';`),
    inFile('src/hub.ts', `import { a } from './platform/hub/download.ts';`),
    inFile('src/core/relate/lemma.ts', `import { stemmer } from 'stemmer';`),
    inFile('tests/unit/core/a.test.ts', `import { serve } from '../../../workers/job.ts';`),
    inFile('bench/main.ts', `new Worker(new URL('../workers/encoder.ts', import.meta.url));`),
  ],
  invalid: [
    refused('src/core/a.ts', `import { a } from '../platform/site.ts';`, 'leftwards'),
    refused('src/core/a.ts', `import type { A } from '../engine/engine.ts';`, 'leftwards'),
    refused('src/core/a.ts', `export { a } from '../state/session.svelte.ts';`, 'leftwards'),
    refused('src/core/a.ts', `export * from '../ui/words/errors.ts';`, 'leftwards'),
    refused('src/core/a.ts', `await import('../platform/site.ts');`, 'leftwards'),
    refused('src/core/a.ts', `let a: import('../ui/App.ts').App;`, 'leftwards'),
    refused('src/core/a.ts', `import '/src/ui/App.ts';`, 'leftwards'),
    refused('src/platform/a.ts', `import type { A } from '../../workers/job.ts';`, 'leftwards'),
    refused('workers/a.ts', `import { a } from '../src/engine/engine.ts';`, 'leftwards'),
    refused('src/engine/a.ts', `import { a } from '../state/session.svelte.ts';`, 'leftwards'),
    refused('src/state/a.ts', `import { a } from '../ui/words/errors.ts';`, 'leftwards'),
    refused('src/state/a.ts', `import { a } from '../main.ts';`, 'leftwards'),
    refused('src/hub.ts', `import { a } from './state/session.svelte.ts';`, 'leftwards'),
    refused('src/state/a.ts', `import { a } from '../hub.ts';`, 'noWorkers'),
    refused('src/engine/a.ts', `import { serve } from '../../workers/job.ts';`, 'typeOnly'),
    refused('src/engine/a.ts', `import { type Jobs } from '../../workers/job.ts';`, 'typeOnly'),
    refused('src/engine/a.ts', `export * from '../../workers/job.ts';`, 'typeOnly'),
    refused('src/engine/a.ts', `await import('../../workers/job.ts');`, 'typeOnly'),
    refused('src/state/a.ts', `import type { Jobs } from '../../workers/job.ts';`, 'noWorkers'),
    refused('src/ui/a.ts', `import type { Jobs } from '../../workers/job.ts';`, 'noWorkers'),
    refused('src/main.ts', `import type { Jobs } from '../workers/job.ts';`, 'noWorkers'),
    refused('src/engine/a.ts', `import u from '../../workers/layout.ts?worker&url';`, 'script'),
    refused('src/ui/a.ts', `import W from '../../workers/layout.ts?worker';`, 'script'),
    refused('src/engine/a.ts', `new Worker('blob:x');`, 'script'),
    refused('src/state/a.ts', `new SharedWorker('blob:x');`, 'script'),
    refused('src/engine/a.ts', `new URL('../../workers/a.ts', import.meta.url);`, 'script'),
    refused('src/core/a.ts', `import { a } from '../../tests/fixtures/a.ts';`, 'outside'),
    refused('src/engine/a.ts', `import { a } from '../../scripts/vite/csp.ts';`, 'outside'),
  ],
});
