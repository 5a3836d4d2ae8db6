import { untrack } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';

/**
 * Keeps everything that the workers are asked for in line with the session: the correction of the
 * space, the map, what is said of the selection, the exhibits and the axes. For use in an effect root.
 */
export function followView(explorer: Explorer): void {
  correct(explorer);
  layOut(explorer);
  measureMap(explorer);
  relate(explorer);
  judge(explorer);
  takeStance(explorer);
  remember(explorer);
}

/** Keeps the mini-history of looking. */
function remember({ gathered, session, trail }: Explorer): void {
  $effect(() => {
    const [view, ids] = [session.view, gathered.ids];
    untrack(() => trail.follow(view, ids));
  });
}

/** Keeps the space corrected in the way that the view asks for. */
function correct({ embeddings, session }: Explorer): void {
  const correction = $derived(session.view.correction);
  $effect(() => {
    const wanted = correction;
    untrack(() => void embeddings.correct(wanted));
  });
}

/** Keeps the map in line with the space and with what the view asks for. */
function layOut({ atlas, embeddings, session }: Explorer): void {
  const unit = $derived(session.view.unit);
  const layout = $derived(session.view.layout);
  $effect(() => {
    const { revision } = embeddings;
    const [shownUnit, method] = [unit, layout];
    untrack(() => {
      // Between two encoders the old map stays until something is in the new space.
      const between = embeddings.size === 0 && session.corpus.documents.size > 0;
      const { space } = embeddings;
      if (revision > 0 && !between) void atlas.show({ unit: shownUnit, method, revision, space });
    });
  });
}

/** Names the regions of a finished map, and measures it where its faithfulness is looked at. */
function measureMap({ atlas, mapTrust, regions, session }: Explorer): void {
  const looked = $derived(session.view.view === 'map');
  const named = $derived(looked && session.view.regions === 'named');
  const measured = $derived(looked && session.view.colour === 'faithfulness');
  const map = $derived(atlas.map?.finished ? atlas.map : null);
  $effect(() => {
    if (!named) return;
    const finished = map;
    untrack(() => regions.name(finished));
  });
  $effect(() => {
    const finished = map;
    const { corpus } = session;
    if (measured && finished) untrack(() => void mapTrust.measure(finished, corpus));
  });
}

/** Asks the analysis about the selection, as far as it is in the space; each question only when it changes. */
function relate(explorer: Explorer): void {
  const { embeddings, relations, session } = explorer;
  const known = (id: string | null): string | null =>
    id !== null && explorer.isMeasured(id) ? id : null;
  const unit = $derived(session.view.unit);
  const passage = $derived(session.view.passage);
  const anchor = $derived(session.view.anchor);
  const document = $derived(known(session.view.document));
  const scenario = $derived(known(session.view.scenario));
  const ask = (question: () => void): void => {
    void embeddings.revision;
    untrack(question);
  };
  $effect(() => {
    const [from, id] = [anchor, anchor === 'scenario' ? scenario : document];
    ask(() => relations.rank(from, id));
  });
  $effect(() => {
    const pair = [document, scenario] as const;
    ask(() => relations.compare(...pair));
  });
  $effect(() => {
    const point = [unit, document ?? scenario, passage] as const;
    ask(() => relations.findNeighbours(...point));
  });
}

/** Judges the exhibits as soon as one is looked at and all of the demo is in the space. */
function judge(explorer: Explorer): void {
  const looking = $derived(explorer.session.view.exhibit !== null);
  $effect(() => {
    const { current } = explorer.encoders;
    const placed =
      explorer.demoIsWhole &&
      [...explorer.demo.documents.keys()].every((id) => explorer.embeddings.has(id));
    if (looking && current && placed) untrack(() => explorer.judgeExhibits());
  });
}

/** Keeps the axes that are looked at learnt, once documents stop coming in. */
function takeStance(explorer: Explorer): void {
  const { embeddings, session, stance } = explorer;
  const gallery = $derived(session.view.view === 'stance');
  const looked = $derived(
    gallery || session.view.view === 'reach' || session.view.colour === 'stance',
  );
  const settled = $derived(embeddings.progress === null && embeddings.revision > 0);
  $effect(() => {
    void [embeddings.revision, explorer.encoders.current];
    // Which axes there are depends on every document: nobody asks before one is looked at.
    if (!looked || !settled) return;
    const { axes, chosen } = stance;
    const first = chosen ? [chosen] : [];
    const needed = gallery ? [...first, ...axes.filter(({ id }) => id !== chosen?.id)] : first;
    untrack(() => stance.need(needed));
  });
  $effect(() => {
    void embeddings.revision;
    if (!gallery || !settled) return;
    const { chosen } = stance;
    untrack(() => stance.compareTopics(chosen));
  });
}
