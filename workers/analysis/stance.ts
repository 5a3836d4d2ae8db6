import type { EmbeddedDocument } from '../../src/core/space/types.ts';
import type { TopicReport } from '../../src/core/stance/topic-report.ts';
import type { AxisReport, AxisSource, Twin } from '../../src/core/stance/types.ts';
import type { Job } from '../job.ts';
import { inSteps } from './in-steps.ts';
import { opened } from './space.ts';

/** Topics come with each question: they are fields, which change without the space. */
export interface AxisInput {
  readonly source: AxisSource;
  /** By document id. */
  readonly topics: ReadonlyMap<string, string>;
  /** Examples that are no documents of the corpus. */
  readonly written: readonly EmbeddedDocument[];
}

// Nobody downloads what axes take who does not look at one.
const stanceCode = () => import('../../src/core/stance/stance.ts');

export const axis: Job<AxisInput, number, AxisReport> = async (
  { source, topics, written },
  context,
) => {
  const { axisReportInSteps } = await stanceCode();
  const { documents, background, settings } = opened().stance(topics, written);
  return inSteps(axisReportInSteps(documents, source, background, settings), context);
};

export const topicsOfTwins: Job<
  { twins: readonly Twin[]; topics: ReadonlyMap<string, string> },
  never,
  TopicReport
> = async ({ twins, topics }) => {
  const { topicReport } = await stanceCode();
  const { documents, settings } = opened().stance(topics);
  return topicReport(documents, twins, settings);
};
