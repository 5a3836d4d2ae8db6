import { createContext } from 'svelte';
import type { MapModel } from './map-model.svelte.ts';

/** The map that is on screen, for parts of it that are loaded later. */
export const [useMap, provideMap] = createContext<MapModel>();
