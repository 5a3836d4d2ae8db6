import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serve } from './server.mjs';

/** Ports to try, counting up, where the wished one is taken. */
const TRIES = 100;

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '4173' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 to 65535, not ${values.port}`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '..');
await build({ root, logLevel: 'warn' });
const site = await serve(path.join(root, 'dist'), { host: values.host, port, tries: TRIES });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void site.close().then(() => process.exit(0)));
}
console.log('Parable is ready. Stop it with Ctrl-C.');
console.log(site.url);
