import { createContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { ExhibitId } from '../../core/project/view.ts';
import { remember, remembered } from '../../platform/memory.ts';
import type { PictureOffer } from '../picture/offer.ts';
import type { Term } from '../words/explanations.ts';

const WELCOMED = 'parable-welcomed';

/** Which places of the page are open: what belongs to this window, not to the session. */
export class Places {
  /** Room for the stage alone: corpus and reader open over it, and its views are chosen below. */
  readonly phone = new MediaQuery('(max-width: 699px)');
  /** No room for three: the corpus is a sheet. */
  readonly narrow = new MediaQuery('(max-width: 1099px)');

  sheet = $state<'corpus' | 'reader' | null>(null);
  help = $state(false);
  /** The group whose documents are being sorted by rules. */
  sorting = $state<string | null>(null);
  encoder = $state(false);
  /** Whether encoders are being compared. */
  agreement = $state(false);
  storage = $state(false);
  /** Whether the regions of the map are listed. */
  regions = $state(false);
  /** Whether only the title of the exhibit is shown, so that its view has the room. */
  exhibitFolded = $state(false);
  /** The exhibit whose picture has been brought into view; null outside the tour. */
  pictured: ExhibitId | null = null;
  /** The picture that is about to be saved. */
  picture = $state.raw<PictureOffer | null>(null);
  /** The number that is being explained. */
  explained = $state<Term | null>(null);
  welcome = $state(remembered(WELCOMED) === null);
  /** Text pasted onto the page or into the import; kept until that is confirmed or left. */
  pasted = $state('');

  /** Brings the reader into view where it is a sheet; elsewhere it is always there. */
  openReader(): void {
    this.sheet = this.phone.current ? 'reader' : null;
  }

  /** Closes the welcome card for good. */
  dismissWelcome(): void {
    this.welcome = false;
    remember(WELCOMED, 'yes');
  }
}

export const [usePlaces, providePlaces] = createContext<Places>();
