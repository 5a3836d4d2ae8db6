export { carryErrors } from '../src/platform/carry-errors.ts';
