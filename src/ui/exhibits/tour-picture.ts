import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { useExplorer } from '../context.ts';
import { usePlaces } from '../shell/places.svelte.ts';

/**
 * For the picture that an exhibit speaks of: scrolls it into view, once for each exhibit that is opened.
 * To be called while a component is made.
 */
export function useTourPicture(): Attachment<Element> {
  const { session } = useExplorer();
  const places = usePlaces();
  return (picture) => {
    const { exhibit } = session.view;
    // What the exhibit has no use for is gone by then.
    void tick().then(() => {
      if (exhibit === null || exhibit === places.pictured || !picture.isConnected) return;
      places.pictured = exhibit;
      const tall = picture.clientHeight > innerHeight / 2;
      picture.scrollIntoView({ block: tall ? 'start' : 'nearest' });
    });
  };
}
