import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Serves a folder as a static host does: files with their types, 404 for what is not there.
 * @param {string} folder
 * @param {{ host?: string, port?: number, base?: string, tries?: number, headers?: Record<string, string> }} [options]
 *   `base`: the path that the site lives under, with slashes at both ends; `port` 0 takes any free
 *   one; `tries`: how many ports to try, counting up from `port`; `headers`: of every file
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(
  folder,
  { host = '127.0.0.1', port = 0, base = '/', tries = 1, headers = {} } = {},
) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeaders(new Map(Object.entries(headers))),
  });
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end('Not found');
    if (!request.url?.startsWith(base)) return missing();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, missing);
  });
  return { url: await listen(server, { host, port, base, tries }), close: () => close(server) };
}

/**
 * @param {import('node:http').Server} server
 * @param {{ host: string, port: number, base: string, tries: number }} options
 * @returns {Promise<string>} the address of the site
 */
async function listen(server, { host, port, base, tries }) {
  for (let i = 0; ; i++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + i, host, () => resolve(server.off('error', reject)));
      });
      break;
    } catch (thrown) {
      const taken = /** @type {NodeJS.ErrnoException} */ (thrown).code === 'EADDRINUSE';
      if (!taken || i + 1 >= tries) throw thrown;
    }
  }
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}${base}`;
}

/** Stops at once, whatever is still connected. @param {import('node:http').Server} server */
function close(server) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  );
}
