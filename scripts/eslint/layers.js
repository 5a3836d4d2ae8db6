import path from 'node:path';

/** The rooms from left to right: each may import only itself and the rooms to its left. */
export const ROOMS = ['core', 'platform', 'workers', 'engine', 'state', 'ui'];

/** The one file that may name a worker's script, so that every worker inherits the page's policy. */
const SPAWN = 'src/engine/spawn.ts';

/** Folders that serve the project and are no part of the application. */
const OUTSIDE = new Set(['bench', 'scripts', 'tests']);

/**
 * The room of a file, or null for files outside the application.
 * @param {string} file path relative to the repository, with forward slashes
 * @returns {string | null}
 */
function roomOf(file) {
  if (file.startsWith('workers/')) return 'workers';
  if (file === 'src/main.ts') return 'ui';
  // The script of hub.html is as thin an endpoint as a worker's, and nobody imports it.
  if (file === 'src/hub.ts') return 'workers';
  const [top, room] = file.split('/');
  return top === 'src' && room !== undefined && ROOMS.includes(room) ? room : null;
}

/**
 * What is wrong with an import, as a message id, or null.
 * @param {{ file: string, room: string, source: string, typeOnly: boolean }} importing
 */
function violation({ file, room, source, typeOnly }) {
  const [specifier = '', query = ''] = source.split('?');
  const relative = /^\.{0,2}\//.test(specifier);
  if (!relative) return null;
  const folder = specifier.startsWith('/') ? '' : path.posix.dirname(file);
  const target = path.posix.join(folder, specifier).replace(/^\//, '');
  if (OUTSIDE.has(target.split('/')[0] ?? '')) return 'outside';
  const to = roomOf(target);
  const namesScript = query.split('&').some((part) => part === 'worker' || part === 'sharedworker');
  if (namesScript) return file === SPAWN ? null : 'script';
  if (to === null || to === room) return null;
  if (ROOMS.indexOf(to) > ROOMS.indexOf(room)) return 'leftwards';
  if (to !== 'workers') return null;
  if (room === 'engine') return typeOnly ? null : 'typeOnly';
  return 'noWorkers';
}

/**
 * Keeps imports pointing one way through the rooms, and worker scripts named in one file only.
 * @type {import('eslint').Rule.RuleModule}
 */
export const layers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      leftwards: '{{room}} may not import {{source}}: imports point leftwards in {{order}}.',
      noWorkers: '{{room}} never touches workers: go through src/engine.',
      typeOnly: 'engine takes a worker’s API by `import type` only.',
      script: `Only ${SPAWN} may name a worker’s script: elsewhere it would escape the policy.`,
      outside: '{{room}} may not import {{source}}: it is not part of the application.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const room = roomOf(file);
    if (room === null) return {};

    /** @param {any} node @param {unknown} source @param {boolean} typeOnly */
    const check = (node, source, typeOnly) => {
      if (typeof source !== 'string') return;
      const messageId = violation({ file, room, source, typeOnly });
      if (messageId === null) return;
      context.report({ node, messageId, data: { room, source, order: ROOMS.join(' ← ') } });
    };
    /** @param {any} node */
    const refuseScript = (node) => {
      if (file !== SPAWN) context.report({ node, messageId: 'script' });
    };

    return {
      ImportDeclaration: (/** @type {any} */ node) =>
        check(node, node.source.value, node.importKind === 'type'),
      ExportNamedDeclaration: (/** @type {any} */ node) =>
        check(node, node.source?.value, node.exportKind === 'type'),
      ExportAllDeclaration: (/** @type {any} */ node) =>
        check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (/** @type {any} */ node) => check(node, node.source.value, false),
      TSImportType: (/** @type {any} */ node) => check(node, node.source?.value, true),
      'NewExpression[callee.name=/^(Shared)?Worker$/]': refuseScript,
      'NewExpression[callee.name="URL"] > Literal.arguments[value=/workers\\//]': refuseScript,
    };
  },
};
