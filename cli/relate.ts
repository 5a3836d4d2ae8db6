import { extname } from 'node:path';
import type { AppError } from '../src/core/errors.ts';
import type { Command } from './command.ts';
import { readCorpusFiles } from './corpus-files.ts';
import { readOptions } from './options.ts';
import { reportCsv } from './report/csv.ts';
import { reportHtml } from './report/html.ts';
import { reportJson } from './report/json.ts';
import { openReport, type Report } from './report/report.ts';
import { openSpace } from './space.ts';
import { UsageError } from './usage-error.ts';
import { writeFileFrom } from './write-file.ts';

const HELP = `parable relate --training PATH… --scenarios PATH… --out FILE…

Relates every training document to every scenario, as the page does, and writes a report.

  --training PATH…   files and folders (.txt, .md, .jsonl, .csv, .tsv) of training documents; a
                     folder's name is the group of what lies in it
  --scenarios PATH…  the same of scenarios; a file that is named as both counts as this
  --out FILE…        .json: everything, in the form of docs/schema/report.schema.json
                     .csv: a row for each pair
                     .html: the best of it, to be read; one page without script
  --encoder E        an encoder of public/models/registry.json by its id, or the folder of a static
                     model in model2vec's format; without it, the default
  --correction C     what is taken out of the space: none, centre (the default), top or whiten
  --seed N           of every interval and relabelling, 7 by default; the same seed, the same bytes
  --help             this text

What cannot be read is said with its file and line; the rest is related, and the exit code is 1.`;

const FORMATS: Readonly<Record<string, (report: Report) => Iterable<string>>> = {
  '.json': reportJson,
  '.csv': reportCsv,
  '.html': reportHtml,
};

async function run(args: readonly string[]): Promise<readonly AppError[]> {
  const { lists, singles } = readOptions(args, {
    lists: ['training', 'scenarios', 'out'],
    singles: ['encoder', 'seed', 'correction'],
  });
  const { training, scenarios, out } = lists;
  if (training.length === 0 || scenarios.length === 0 || out.length === 0) {
    throw new UsageError('relate needs --training, --scenarios and --out.');
  }
  const unknown = out.find((file) => !FORMATS[extname(file)]);
  if (unknown !== undefined) {
    throw new UsageError(`--out takes .json, .csv and .html, not ${unknown}.`);
  }
  const [space, read] = await Promise.all([
    openSpace(singles),
    readCorpusFiles({ training, evaluation: scenarios }),
  ]);
  const report = await openReport(read, space);
  for (const file of out) await writeFileFrom(file, FORMATS[extname(file)]!(report));
  return read.problems;
}

export const relate: Command = {
  about: 'how training documents relate to scenarios, as a report',
  help: HELP,
  run,
};
