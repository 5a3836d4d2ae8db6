import { carryErrors } from '../src/platform/carry-errors.ts';
import { cut } from './ingest/cut.ts';
import { openProject } from './ingest/open-project.ts';
import { read } from './ingest/read.ts';
import { findRepeats } from './ingest/repeats.ts';
import { sort } from './ingest/sort.ts';
import { serve } from './job.ts';

// PDF.js lets parts of a damaged file reject with nobody listening; what matters it throws as well.
addEventListener('unhandledrejection', (event) => event.preventDefault());

const jobs = { read, findRepeats, cut, sort, openProject };
export type IngestJobs = typeof jobs;

carryErrors();
serve(jobs);
