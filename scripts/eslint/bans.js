/** Sources of anything but the arguments: a clock, chance, the network, a page, a worker. */
const IMPURE_GLOBALS = [
  'caches',
  'crypto',
  'document',
  'fetch',
  'indexedDB',
  'localStorage',
  'navigator',
  'performance',
  'postMessage',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'self',
  'sessionStorage',
  'setInterval',
  'setTimeout',
  'window',
  'globalThis',
];

/** Text from documents must never become markup; `{@html}` has a rule of its own. */
export const NO_MARKUP_FROM_STRINGS = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'Text from documents must never become markup: use textContent or an element.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|html)$/]',
    message: 'Text from documents must never become markup: use textContent or an element.',
  },
];

/** A static attribute is written into a template's HTML, where the policy refuses it. */
export const NO_STATIC_STYLE = {
  selector: 'SvelteAttribute[key.name="style"]',
  message: 'The policy refuses style attributes: use a class, or `style:property={value}`.',
};

/**
 * Rules that keep `src/core` a function of its arguments.
 * @type {Partial<import('eslint').Linter.RulesRecord>}
 */
export const CORE_IS_PURE = {
  'no-restricted-globals': [
    'error',
    ...IMPURE_GLOBALS.map((name) => ({
      name,
      message: 'core is pure: take what it gives as an argument.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'core has no clock.' },
    { object: 'Math', property: 'random', message: 'core takes seeded randomness as an argument.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'core has no clock.',
    },
    { selector: 'MetaProperty', message: 'core knows nothing of where its files are served from.' },
    ...NO_MARKUP_FROM_STRINGS,
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['svelte', 'comlink', 'idb'].map((name) => ({
        name,
        message: 'core knows no page, no worker and no store.',
      })),
      patterns: [{ group: ['node:*', 'svelte/*'], message: 'core runs everywhere.' }],
    },
  ],
};
