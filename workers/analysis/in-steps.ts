import type { JobContext } from '../job.ts';

/** Runs work in steps, between which messages come in; reports the share that is done. */
export async function inSteps<T>(
  work: Generator<number, T> | AsyncGenerator<number, T>,
  context: JobContext<number>,
): Promise<T> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    context.report(step.value);
    await context.breathe();
  }
}
