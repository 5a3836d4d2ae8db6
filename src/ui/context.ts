import { createContext } from 'svelte';
import type { Explorer } from '../state/explorer.svelte.ts';

/** The one object that every component reads from and acts on. */
export const [useExplorer, provideExplorer] = createContext<Explorer>();
