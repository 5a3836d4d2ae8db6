import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { fetchListing } from '../../../../src/platform/hub/listing.ts';
import { BASE, COMMIT } from './fake-hub.ts';

const WANTED = { id: 'owner/model', revision: 'main', files: ['config.json'] };
const ANSWER = { sha: COMMIT, siblings: [{ rfilename: 'config.json', size: 3 }] };

function ask(answer: () => Promise<Response>) {
  const asked: [string, RequestInit | undefined][] = [];
  const fetch = ((url: string, init?: RequestInit) => {
    asked.push([url, init]);
    return answer();
  }) as typeof globalThis.fetch;
  const listing = fetchListing({ base: BASE, fetch }, WANTED);
  return {
    asked,
    code: listing.then(
      ({ commit }) => commit,
      (e: unknown) => AppError.from(e).code,
    ),
  };
}

describe('asking the hub for a model', () => {
  it('is one anonymous request, and pins the commit', async () => {
    const { asked, code } = ask(async () => Response.json(ANSWER));
    expect(await code).toBe(COMMIT);
    expect(asked).toEqual([
      [
        `${BASE}/api/models/owner/model/revision/main?blobs=true`,
        { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
      ],
    ]);
  });

  it.each([
    [401, 'hub-model-unknown'],
    [404, 'hub-model-unknown'],
    [429, 'hub-refused'],
    [500, 'hub-refused'],
  ])('fails by name: status %i is %s', async (status, expected) => {
    expect(await ask(async () => new Response('', { status })).code).toBe(expected);
  });

  it('fails by name without an answer or with one that is not its own', async () => {
    expect(await ask(() => Promise.reject(new TypeError())).code).toBe('hub-unreachable');
    expect(await ask(async () => new Response('<html>')).code).toBe('hub-refused');
  });
});
