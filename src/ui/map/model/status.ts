import type { AppError } from '../../../core/errors.ts';
import type { View } from '../../../core/project/view.ts';
import type { AtlasMap } from '../../../state/atlas.svelte.ts';

/** What stands in the map's place, or over it. */
export type MapStatus =
  | { readonly at: 'opening' | 'empty' | 'embedding' | 'absent' | 'all-hidden' | 'ready' }
  | { readonly at: 'failed'; readonly error: AppError }
  /** `share` in [0, 1], null while unknown */
  | { readonly at: 'laying-out'; readonly share: number | null };

export interface MapSituation {
  readonly opening: boolean;
  readonly documents: number;
  /** Documents in the space, which a map can show. */
  readonly placed: number;
  /** Documents that the space cannot hold. */
  readonly absent: number;
  readonly view: Pick<View, 'unit' | 'layout'>;
  readonly map: AtlasMap | null;
  readonly shown: number;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failure: AppError | null;
}

/** The one thing that the reader should be told about the map now. */
export function statusOf(situation: MapSituation): MapStatus {
  const { opening, documents, placed, absent, view, map, shown, progress, failure } = situation;
  if (opening) return { at: 'opening' };
  if (documents === 0) return { at: 'empty' };
  if (failure) return { at: 'failed', error: failure };
  if (placed === 0) return { at: absent === documents ? 'absent' : 'embedding' };
  const wanted = map !== null && map.unit === view.unit && map.method === view.layout;
  if (progress || !wanted) {
    return {
      at: 'laying-out',
      share: progress ? progress.done / Math.max(1, progress.total) : null,
    };
  }
  return { at: shown === 0 ? 'all-hidden' : 'ready' };
}
