import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../../scripts/server.mjs';

/** What stands at a path of the site instead of the built file: content, or a file to copy. */
export type Replacement = string | Uint8Array | { readonly file: string };

export interface SiteOptions {
  /** Strips the content security policy: the control that shows what the policy prevents. */
  readonly withoutPolicy?: boolean;
  /** Files to replace or add, by path below the site's root, such as `models/registry.json`. */
  readonly overlay?: Readonly<Record<string, Replacement>>;
  /** Isolates the pages from other origins, by which browsers give them memory that threads share. */
  readonly isolated?: boolean;
}

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface Site {
  /** Ends in `/sub/`: nothing may depend on living at a host's root. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const POLICY = /<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i;

/** Serves the built site below `/sub/` on a free port, changed as asked in a copy of its own. */
export async function serveSite(dist: string, options: SiteOptions = {}): Promise<Site> {
  const { withoutPolicy = false, overlay = {}, isolated = false } = options;
  const as = { base: '/sub/', headers: isolated ? ISOLATION : {} };
  if (!withoutPolicy && Object.keys(overlay).length === 0) return serve(dist, as);

  const copy = await mkdtemp(path.join(tmpdir(), 'parable-site-'));
  await cp(dist, copy, { recursive: true });
  if (withoutPolicy) await stripPolicy(path.join(copy, 'index.html'));
  for (const [name, replacement] of Object.entries(overlay)) {
    await place(path.join(copy, name), replacement);
  }
  const site = await serve(copy, as);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(copy, { recursive: true });
    },
  };
}

async function stripPolicy(page: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  if (!POLICY.test(html))
    throw new Error('the built page carries no policy that could be stripped');
  await writeFile(page, html.replace(POLICY, ''));
}

async function place(target: string, replacement: Replacement): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  if (typeof replacement === 'object' && 'file' in replacement) await cp(replacement.file, target);
  else await writeFile(target, replacement);
}
