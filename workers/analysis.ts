import { carryErrors } from '../src/platform/carry-errors.ts';
import { agree } from './analysis/agreement.ts';
import { exhibits } from './analysis/exhibits.ts';
import {
  diagnose,
  evidence,
  matrix,
  neighbours,
  rankDocuments,
  rankScenarios,
  search,
  summarise,
} from './analysis/questions.ts';
import { regions } from './analysis/regions.ts';
import { bring, correct, open, probe, update } from './analysis/space.ts';
import { axis, topicsOfTwins } from './analysis/stance.ts';
import { serve } from './job.ts';

const jobs = {
  open,
  correct,
  exhibits,
  bring,
  update,
  probe,
  rankDocuments,
  rankScenarios,
  summarise,
  evidence,
  neighbours,
  matrix,
  diagnose,
  axis,
  agree,
  topicsOfTwins,
  regions,
  search,
};
export type AnalysisJobs = typeof jobs;

carryErrors();
serve(jobs);
