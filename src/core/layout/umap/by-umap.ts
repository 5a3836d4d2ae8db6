/** What UMAP takes, as one module that is loaded when a map by UMAP is first asked for. */
export { placeInSteps } from './place.ts';
export { umapInSteps } from './umap.ts';
