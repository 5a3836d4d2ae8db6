/** What judging the exhibits takes, for whoever loads it when an exhibit is looked at. */
export { judge } from './judge.ts';
export { measureInSteps } from './measure.ts';
