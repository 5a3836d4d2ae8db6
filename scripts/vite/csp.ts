import type { Plugin } from 'vite';

/** What the page, and every worker it starts, may do: its own origin, and nothing else. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  // Workers start from a blob; the script that the blob imports counts as a worker's, too.
  "worker-src 'self' blob:",
  // For hub.html alone, while a download lasts.
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * What hub.html may do: connect to the hub and to the hosts that it redirects downloads to, as it lists
 * them in https://huggingface.co/.well-known/meta.json (all below hf.co) and, for files stored long
 * ago, one of its own. A policy holds for redirects as well.
 */
export const HUB_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  'connect-src https://huggingface.co https://cdn-lfs.huggingface.co https://*.hf.co',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the policies into the built pages; the development server needs inline styles and has none. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'parable:content-security-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: path.endsWith('/hub.html') ? HUB_POLICY : POLICY,
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}
