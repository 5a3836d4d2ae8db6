import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A foreign origin that would answer anyone: what arrives here has left the page. */
export interface Sink {
  /** Its address, with a slash at the end. */
  readonly url: string;
  /** Method and path of every request so far; `SOCKET` where a WebSocket was asked for. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

const IMAGE = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

/** Listens on a port of its own, which makes it another origin than the site's. */
export async function openSink(): Promise<Sink> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'content-type': 'image/gif',
    });
    response.end(IMAGE);
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`SOCKET ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
