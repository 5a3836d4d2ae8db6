import { failure, readRequest, type HubReply, type HubRequest } from './core/hub/messages.ts';
import { HUB_SILENCE_MS } from './core/limits.ts';
import { downloadModel } from './platform/hub/download.ts';
import { fetchListing, type Hub } from './platform/hub/listing.ts';
import { livelyFetch } from './platform/hub/lively-fetch.ts';
import { modelCache } from './platform/hub/model-cache.ts';
import { fetchTexts } from './platform/hub/texts.ts';

/**
 * The script of `hub.html`, the one document that may connect to the hub. It takes one request of the
 * page that it is a frame of, and knows no document and no vector.
 */

/** The hub's address stands in the page, beside the policy that allows it. */
function hub(): Hub {
  const base = document.querySelector<HTMLMetaElement>('meta[name="parable-hub"]')?.content ?? '';
  return { base: base.replace(/\/+$/, ''), fetch: lively };
}

const offline = new AbortController();
addEventListener('offline', () => offline.abort(new DOMException('offline', 'NetworkError')));
const lively = livelyFetch((input, init) => fetch(input, init), {
  silence: HUB_SILENCE_MS,
  lost: offline.signal,
});

const tell = (reply: HubReply): void => parent.postMessage(reply, location.origin);

async function answer(request: HubRequest): Promise<void> {
  try {
    if (request.type === 'list') {
      const listing = await fetchListing(hub(), { ...request, files: null });
      const texts = await fetchTexts(hub(), listing, request.files);
      return tell({ type: 'listed', listing, texts });
    }
    const listing = await fetchListing(hub(), request);
    const parts = modelCache.parts(listing);
    const report = (done: number, total: number): void => tell({ type: 'progress', done, total });
    // Another tab may be at it: what that one has fetched is then here already.
    await navigator.locks.request(`parable-download-${listing.id}`, () =>
      downloadModel({ hub: hub(), listing, parts, report }),
    );
    tell({ type: 'done', listing });
  } catch (thrown) {
    tell(failure(thrown));
  }
}

let asked = false;
addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (asked || source !== parent || source === window || origin !== location.origin) return;
  const request = readRequest(data);
  if (!request) return;
  asked = true;
  void answer(request);
});
document.documentElement.dataset.hub = 'listens';
