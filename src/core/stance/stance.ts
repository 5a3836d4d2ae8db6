/** What learning an axis takes, for whoever loads it when an axis is looked at. */
export { axisReportInSteps } from './axis-report.ts';
export { topicReport } from './topic-report.ts';
