import type { AnalysisJobs } from '../../workers/analysis.ts';
import type { SpaceMatrix } from '../../workers/analysis/questions.ts';
import type { OpenInput, SpaceChange } from '../../workers/analysis/space.ts';
import type { IngestJobs } from '../../workers/ingest.ts';
import type { LayoutJobs } from '../../workers/layout.ts';
import { DOCUMENT_COST, SPACE_SLICE_BYTES } from '../core/limits.ts';
import { slices } from '../core/slices.ts';
import type { CorrectionName } from '../core/space/correction.ts';
import type { EmbeddedDocument, Unit } from '../core/space/types.ts';
import { EncoderClient } from './embedding/encoder-client.ts';
import { spawn } from './spawn.ts';
import { WorkerClient, type Direct } from './worker-client.ts';

export type { CutText } from '../../workers/ingest/cut.ts';
export type { DroppedFile } from '../../workers/ingest/dropped-file.ts';
export type { ProjectFound, ProjectRead } from '../../workers/ingest/open-project.ts';
export type { Reading } from '../../workers/ingest/read.ts';

/** The page's workers. Each starts when it is first needed. */
export class Engine {
  readonly ingest = new WorkerClient<IngestJobs>('ingest', () => spawn('ingest'));
  /** A second one, for what a reader's pattern may keep for ever: ending it costs nothing else. */
  readonly sorter = new WorkerClient<IngestJobs>('sorter', () => spawn('ingest'));
  readonly encoder = new EncoderClient();
  readonly layout = new WorkerClient<LayoutJobs>(
    'layout',
    () => spawn('layout'),
    (worker) => this.#restoreMaps(worker),
  );
  readonly analysis = new WorkerClient<AnalysisJobs>(
    'analysis',
    () => spawn('analysis'),
    (worker) => this.#restoreSpace(worker),
  );

  #space: OpenInput | null = null;
  readonly #documents = new Map<string, EmbeddedDocument>();
  #probe: EmbeddedDocument | null = null;
  /** The last opening or change of the space, failed or not. */
  #turn: Promise<void> = Promise.resolve();
  /** Units whose rows the layout worker has. */
  readonly #mapped = new Set<Unit>();

  /** Opens an empty space; what was in the analysis before is gone. Waits for changes that are on their way. */
  openSpace(space: OpenInput): Promise<void> {
    return this.#inTurn(async () => {
      this.#space = null;
      this.#documents.clear();
      this.#probe = null;
      await this.analysis.run('open', space);
      this.#space = space;
    });
  }

  /**
   * Adds and removes documents of the space, one change after the other, and remembers them for a worker
   * started anew. They travel in slices, so that no task copies a whole corpus.
   */
  updateSpace({ add, remove }: SpaceChange): Promise<void> {
    return this.#inTurn(async () => {
      for (const id of remove) this.#documents.delete(id);
      for (const document of add) this.#documents.set(document.id, document);
      await update((name, input) => this.analysis.run(name, input), { add, remove });
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const working = this.#turn.then(work);
    this.#turn = working.catch(() => {});
    return working;
  }

  /**
   * Corrects the space in another way, for a worker started anew as well. Whether anything changed:
   * false without a space, or for the correction that it has.
   */
  async correctSpace(correction: CorrectionName): Promise<boolean> {
    if (!this.#space || this.#space.correction === correction) return false;
    this.#space = { ...this.#space, correction };
    await this.analysis.run('correct', correction);
    return true;
  }

  /** Makes a text a scenario of its own beside the corpus, in place of the last one; null for none. */
  async setProbe(probe: EmbeddedDocument | null): Promise<void> {
    this.#probe = probe;
    await this.analysis.run('probe', probe);
  }

  /** Hands the rows of a map to the layout worker and says what each of them is. */
  async openMap(unit: Unit, signal: AbortSignal): Promise<Omit<SpaceMatrix, 'matrix'>> {
    const { ids, passages, matrix } = await this.analysis.run('matrix', unit, { signal });
    await this.layout.run('open', { unit, matrix }, { signal });
    this.#mapped.add(unit);
    return { ids, passages };
  }

  async #restoreMaps({ direct }: { direct: Direct<LayoutJobs> }): Promise<void> {
    for (const unit of this.#mapped) {
      const { matrix } = await this.analysis.run('matrix', unit);
      await direct('open', { unit, matrix });
    }
  }

  async #restoreSpace({ direct }: { direct: Direct<AnalysisJobs> }): Promise<void> {
    if (!this.#space) return;
    await direct('open', this.#space);
    await update(direct, { add: [...this.#documents.values()], remove: [] });
    await direct('probe', this.#probe);
  }
}

async function update(run: Direct<AnalysisJobs>, { add, remove }: SpaceChange): Promise<void> {
  for (const some of slices(add, costOf, SPACE_SLICE_BYTES)) await run('bring', some);
  await run('update', { remove });
}

function costOf({ text, vectors }: EmbeddedDocument): number {
  return DOCUMENT_COST + text.length + vectors.byteLength;
}
