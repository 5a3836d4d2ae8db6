import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layers } from './scripts/eslint/layers.js';
import { CORE_IS_PURE, NO_MARKUP_FROM_STRINGS, NO_STATIC_STYLE } from './scripts/eslint/bans.js';
import svelteConfig from './svelte.config.js';

const ROOMS = ['src/**/*.{ts,svelte}', 'workers/**/*.ts'];

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.cache', 'public', 'stubs', 'bench/results']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,svelte}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The compiler reports these, and knows more.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // Numbers in templates are plain; `() => call()` returning void is how callbacks are written.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Indexing a typed array within its bounds: with noUncheckedIndexedAccess, `!` is the cheap proof.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `{}` and `() => {}` are honest defaults for options and callbacks.
      '@typescript-eslint/no-empty-function': 'off',
      // Code points are what the tokenizer works on.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `({}, use)` is how a fixture says that it needs no other.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // There are no enums here, and these two would look at the type of every assignment for it.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `void value` is how an effect says that it depends on a value.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // A type parameter may name the shape that a caller reads out of JSON.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // d3 hands out objects whose methods are bound already.
      '@typescript-eslint/unbound-method': 'off',
      // A function is async to give a promise, whether or not it waits for one itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: true, attributes: false, properties: false } },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // An error without parameters is `Record<never, never>`; a spelt-out default may be the point.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      eqeqeq: 'error',
    },
  },
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    files: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // Maps and sets that are built once and replaced whole need no reactive entries.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    // svelte-check has the types of components; the parser here sees their imports as `any`.
    files: ['**/*.svelte'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false, parser: ts.parser, svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': ['error', NO_STATIC_STYLE, ...NO_MARKUP_FROM_STRINGS],
    },
  },
  {
    files: ROOMS,
    ignores: ['**/*.svelte', 'src/core/**'],
    rules: { 'no-restricted-syntax': ['error', ...NO_MARKUP_FROM_STRINGS] },
  },
  {
    files: ROOMS,
    plugins: { parable: { rules: { layers } } },
    rules: { 'parable/layers': 'error', 'no-console': 'error' },
  },
  { files: ['src/core/**/*.ts'], ignores: ['**/*.d.ts'], rules: CORE_IS_PURE },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
);
