import { carryErrors } from '../src/platform/carry-errors.ts';
import { check } from './encoder/check.ts';
import { countCut } from './encoder/cut-tokens.ts';
import { compute, embed } from './encoder/embed.ts';
import { inspect } from './encoder/inspect.ts';
import { recall } from './encoder/recall.ts';
import { serve } from './job.ts';

const jobs = { embed, recall, compute, check, inspect, countCut };
export type EncoderJobs = typeof jobs;

carryErrors();
serve(jobs);
