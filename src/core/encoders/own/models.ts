/** All that is needed to tell what a model is that no registry describes. */
export { describeModel, filesOf } from './describe.ts';
export { DESCRIBING_FILES } from './facts.ts';
export { WEIGHTS } from './weights.ts';
