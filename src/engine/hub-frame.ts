import { AppError } from '../core/errors.ts';
import type { HubListing } from '../core/hub/listing.ts';
import { readReply, type HubReply, type HubRequest, type HubTexts } from '../core/hub/messages.ts';
import { siteUrl } from '../platform/site.ts';

export interface AskOptions {
  /** Ends the request and the frame at once; the parts that were finished stay. */
  readonly signal: AbortSignal;
  /** What is told on the way. */
  readonly onReply?: (reply: Exclude<HubReply, { type: 'failed' }>) => void;
}

/** What was listed or downloaded, and of a listing the small files that were to be read out. */
export interface HubAnswer {
  readonly listing: HubListing;
  readonly texts: HubTexts;
}

/**
 * Asks the hub through `hub.html`, a frame that lives as long as the request: its policy alone allows
 * connections to the hub. Only messages of that very frame, from this origin and of a known form count.
 *
 * @throws AppError `cancelled`, `demo-unavailable` if the frame does not load, or the frame's own
 */
export async function askHub(
  request: HubRequest,
  { signal, onReply }: AskOptions,
): Promise<HubAnswer> {
  if (signal.aborted) throw new AppError('cancelled', {});
  const { promise, resolve, reject } = Promise.withResolvers<HubAnswer>();
  const frame = document.createElement('iframe');
  const url = siteUrl('hub.html');

  const heard = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    const reply = readReply(data);
    if (reply?.type === 'failed') reject(AppError.fromRecord(reply.error));
    else if (reply) {
      onReply?.(reply);
      if (reply.type === 'listed') resolve(reply);
      if (reply.type === 'done') resolve({ listing: reply.listing, texts: {} });
    }
  };
  const cancel = (): void => reject(new AppError('cancelled', {}));
  frame.addEventListener('load', () => {
    // Its script has run by now, or never will.
    const listens = frame.contentDocument?.documentElement.dataset.hub === 'listens';
    if (listens) frame.contentWindow?.postMessage(request, location.origin);
    else reject(new AppError('demo-unavailable', { url }));
  });
  addEventListener('message', heard);
  signal.addEventListener('abort', cancel);
  frame.hidden = true;
  frame.src = url;
  document.body.append(frame);
  try {
    return await promise;
  } finally {
    removeEventListener('message', heard);
    signal.removeEventListener('abort', cancel);
    frame.remove();
  }
}
