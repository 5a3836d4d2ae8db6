import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
// The rules in question need no types, and the planted files are in no project.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
});

// Its plugins take seconds to load, which no test is to be blamed for.
beforeAll(() => eslint.calculateConfigForFile('src/ui/Planted.svelte'), 120_000);

/** The rules that refuse `code` where it stands in `file`, by the project's own configuration. */
async function refusals(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('text from documents never becomes markup', () => {
  it.each([
    ['{@html}', 'src/ui/Planted.svelte', '{@html "<b>text</b>"}', 'svelte/no-at-html-tags'],
    ['innerHTML', 'src/ui/planted.ts', 'document.body.innerHTML = "";', 'no-restricted-syntax'],
    [
      'insertAdjacentHTML',
      'src/ui/planted.ts',
      'document.body.insertAdjacentHTML("beforeend", "");',
      'no-restricted-syntax',
    ],
  ])('refuses %s', async (_, file, code, rule) => {
    expect(await refusals(file, code)).toContain(rule);
  });
});

describe('styles that the policy would refuse', () => {
  it('refuses a static style attribute', async () => {
    const found = await refusals('src/ui/Planted.svelte', '<p style="color: red">text</p>');
    expect(found).toEqual(['no-restricted-syntax']);
  });

  it('lets style directives pass', async () => {
    expect(await refusals('src/ui/Planted.svelte', '<p style:color="red">text</p>')).toEqual([]);
  });
});

describe('core is pure', () => {
  it.each([
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Math.random();',
    'export const a = await fetch("a");',
    'export const a = document.title;',
    'export const a = window.name;',
    'export const a = self.name;',
    'export const a = performance.now();',
    'export const a = crypto.randomUUID();',
    'export const a = globalThis.name;',
    'export const a = import.meta.env;',
    'import { wrap } from "comlink"; wrap;',
    'import fs from "node:fs"; fs;',
  ])('refuses %s', async (code) => {
    expect(await refusals('src/core/planted.ts', code)).toContainEqual(
      expect.stringMatching(/^no-restricted-/),
    );
  });

  it('lets arrays in and arrays out pass', async () => {
    const code = 'export const twice = (xs: number[]): number[] => xs.map((x) => 2 * x);';
    expect(await refusals('src/core/planted.ts', code)).toEqual([]);
  });
});

it('wires the layer rule in', async () => {
  const code = 'import { a } from "../ui/a.ts"; export const b = a;';
  expect(await refusals('src/core/planted.ts', code)).toContain('parable/layers');
});
