import type { Plugin } from 'vite';
import { buildCorpus, CORPORA, type BuiltCorpus } from '../corpora/build.ts';

const MODULE = 'virtual:parable-corpora';
const ROUTE = /\/@parable\/(demo|reference)\.(json|f16)$/;

/**
 * Ships the texts of `public/corpora/` with vectors made by the bundled encoder: as hashed assets
 * in the build, from memory in development. The virtual module names their URLs.
 */
export function corpora(): Plugin {
  const built = new Map<string, Promise<BuiltCorpus>>();
  let root = '';
  let building = false;

  const get = (name: string): Promise<BuiltCorpus> => {
    const corpus = built.get(name) ?? buildCorpus(root, name);
    built.set(name, corpus);
    return corpus;
  };

  return {
    name: 'parable:corpora',
    configResolved(config) {
      root = config.root;
      building = config.command === 'build';
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return;
      const lines = await Promise.all(
        CORPORA.map(async (name) => {
          if (!building) {
            return `export const ${name} = { texts: '/@parable/${name}.json', vectors: '/@parable/${name}.f16' };`;
          }
          const corpus = await get(name);
          const texts = this.emitFile({
            type: 'asset',
            name: `${name}.json`,
            source: corpus.texts,
          });
          const vectors = this.emitFile({
            type: 'asset',
            name: `${name}.f16`,
            source: corpus.vectors,
          });
          return `export const ${name} = { texts: import.meta.ROLLUP_FILE_URL_${texts}, vectors: import.meta.ROLLUP_FILE_URL_${vectors} };`;
        }),
      );
      return lines.join('\n');
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, name, half] = ROUTE.exec(request.url ?? '') ?? [];
        if (!name) {
          next();
          return;
        }
        get(name).then(({ texts, vectors }) => {
          response.setHeader(
            'Content-Type',
            half === 'json' ? 'application/json' : 'application/octet-stream',
          );
          response.end(half === 'json' ? texts : vectors);
        }, next);
      });
      server.watcher.on('all', (_, path) => {
        if (path.includes('/public/corpora/') || path.includes('/public/models/')) built.clear();
      });
    },
  };
}
