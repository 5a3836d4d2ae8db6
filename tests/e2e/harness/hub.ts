import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** How the download host treats weights. */
export interface Manner {
  /** Bytes of one answer after which nothing more comes. */
  holdsAfter?: number;
  /** Does not say how long the answer is. */
  quietly?: boolean;
  /** Sends other bytes than the hub's hash is of. */
  damaged?: boolean;
}

/** A hub on an origin of its own that redirects downloads to a second one, as the real one does. */
export interface FakeHub {
  /** Without a closing slash. */
  readonly url: string;
  /** Method, path and range of every request to either origin, as they came. */
  readonly requests: readonly string[];
  readonly manner: Manner;
  /** What `hub.html` must be for this hub: its address, and the policy that allows both origins. */
  readonly page: string;
  /** Ends the answers that are held: by cutting the connection, or quietly as if that were all. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

const COMMIT = 'c0ffee'.padEnd(40, '0');
const POLICY = 'https://huggingface.co https://cdn-lfs.huggingface.co https://*.hf.co';
const META = 'name="parable-hub" content="https://huggingface.co"';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Content-Range',
};

/** Starts a hub that has one model, `owner/tiny`, with these files. */
export async function openHub(
  dist: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<FakeHub> {
  const requests: string[] = [];
  const manner: Manner = {};
  const held = new Set<ServerResponse>();
  const note = (request: IncomingMessage): URL => {
    const range = request.headers.range ? ` ${request.headers.range}` : '';
    requests.push(`${request.method ?? ''} ${request.url ?? ''}${range}`);
    return new URL(request.url ?? '', 'http://hub');
  };
  const cdn = await listen((request, response) => {
    const name = note(request).pathname.replace('/cdn/', '');
    const content = files.get(name);
    if (content) send(content, name, request, response, manner, held);
    else response.writeHead(404, CORS).end();
  });
  const hub = await listen((request, response) => {
    const { pathname } = note(request);
    if (/^\/api\/models\/owner\/tiny\/revision\/(main|c0ffee0+)$/.test(pathname)) {
      response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
      response.end(JSON.stringify(apiAnswer(files)));
      return;
    }
    const name = pathname.replace(`/owner/tiny/resolve/${COMMIT}/`, '');
    const found = name !== pathname && files.has(name);
    response.writeHead(found ? 302 : 404, { ...CORS, location: `${cdn.url}/cdn/${name}` }).end();
  });
  return {
    url: hub.url,
    requests,
    manner,
    page: await pageFor(dist, hub.url, cdn.url),
    cut: () => {
      for (const response of held) {
        if (manner.quietly) response.end();
        else response.destroy();
      }
      held.clear();
    },
    close: async () => {
      await Promise.all([hub.close(), cdn.close()]);
    },
  };
}

/** Whether the hub stores a file as a large one. */
const isLarge = (name: string): boolean => /\.(?:safetensors|onnx)$/.test(name);

function apiAnswer(files: ReadonlyMap<string, Uint8Array>): object {
  const siblings = Array.from(files, ([rfilename, content]) => {
    const size = content.length;
    const blobId = hash('sha1', Buffer.concat([Buffer.from(`blob ${size}\0`), content]));
    const lfs = { sha256: hash('sha256', content), size, pointerSize: 130 };
    return { rfilename, size, blobId, ...(isLarge(rfilename) && { lfs }) };
  });
  return { id: 'owner/tiny', sha: COMMIT, cardData: { license: 'mit' }, siblings };
}

function send(
  whole: Uint8Array,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  manner: Manner,
  held: Set<ServerResponse>,
): void {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const from = Number(range?.[1] ?? 0);
  const { holdsAfter, quietly, damaged } = isLarge(name) ? manner : {};
  const content = Buffer.from(whole.subarray(from));
  if (damaged) content.writeUInt8(content.readUInt8(content.length - 1) ^ 1, content.length - 1);
  response.writeHead(range ? 206 : 200, {
    ...CORS,
    etag: `"${hash('sha1', whole)}"`,
    ...(range && { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` }),
    ...(!quietly && { 'content-length': content.length }),
  });
  const end = holdsAfter ?? content.length;
  if (end >= content.length) return void response.end(content);
  held.add(response);
  response.write(content.subarray(0, end));
}

/** The built page with this hub's address and origins in place of the real ones. */
async function pageFor(dist: string, hub: string, cdn: string): Promise<string> {
  const html = await readFile(path.join(dist, 'hub.html'), 'utf8');
  if (!html.includes(POLICY) || !html.includes(META)) {
    throw new Error('the built hub.html names neither the hub nor its hosts as expected');
  }
  return html.replace(POLICY, `${hub} ${cdn}`).replace(META, `name="parable-hub" content="${hub}"`);
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

function hash(algorithm: 'sha1' | 'sha256', content: Uint8Array): string {
  return createHash(algorithm).update(content).digest('hex');
}
