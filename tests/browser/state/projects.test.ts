import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Document } from '../../../src/core/corpus/model.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { ProjectHead } from '../../../src/core/project/project-file.ts';
import type { AxisStore } from '../../../src/core/project/stored-axes.ts';
import type { OwnAxis } from '../../../src/core/stance/own-axis.ts';
import type { DroppedFile, Engine, ProjectFound, ProjectRead } from '../../../src/engine/engine.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { OwnAxes } from '../../../src/state/own-axes.svelte.ts';
import type { ProjectParts } from '../../../src/state/project/parts.ts';
import { Projects } from '../../../src/state/projects.svelte.ts';
import { Session } from '../../../src/state/session.svelte.ts';
import { corpusOf } from '../ui/host.ts';

const STORE: AxisStore = {
  load: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  announce: () => {},
  watch: () => {},
};
const HEAD: ProjectHead = { encoder: 'e', dims: 1, view: '', spaces: [], records: null };
const axis = (id: string, name: string): OwnAxis => ({
  ...{ id, name, positive: 'warm', negative: 'cold' },
  examples: [],
});

/** A file of some documents by their titles, with two axes; `lost` of its lines cannot be read. */
interface OnFile {
  readonly titles: readonly string[];
  readonly lost?: number;
  readonly endsEarly?: boolean;
  /** How many documents its head counts. */
  readonly of?: number;
}
const files = new Map<string, OnFile>();

/** An engine that reads what `files` has of a name, and takes others to be of a later release. */
const engine = {
  ingest: {
    persist: (action: () => Promise<unknown>) => action(),
    attempt: (
      _: string,
      { path }: DroppedFile,
      options: { onProgress: (part: ProjectRead) => void },
    ): Promise<ProjectFound> => {
      const onFile = files.get(path);
      if (!onFile) return Promise.reject(new AppError('storage-newer', { found: 9, known: 3 }));
      const { titles, lost = 0, endsEarly = false, of } = onFile;
      const { documents, groups } = corpusOf({ Fables: titles });
      options.onProgress({
        groups: [...groups.values()],
        axes: [axis('brought', 'Brought'), axis('both', 'In both')],
        documents: [...documents.values()].map((document) => ({
          ...{ document, vectors: null, rows: null },
          given: [],
        })),
        problems: Array.from({ length: lost }, () =>
          new AppError('record-malformed', { kind: 'document', id: '' }).toRecord(),
        ),
      });
      const records = of === undefined ? null : { groups: 1, axes: 2, documents: of };
      return Promise.resolve({ head: { ...HEAD, records }, endsEarly });
    },
  },
} as unknown as Engine;

let session: Session;
let axes: OwnAxes;
let notices: Notices;
let projects: Projects;
let demo: ReadonlyMap<string, Document>;
const names = (): string[] => [...axes.all.values()].map(({ name }) => name);
const titles = (): string[] => [...session.corpus.documents.keys()];

const drop = (path: string, file: OnFile): Promise<void> => {
  files.set(path, file);
  return projects.open({ file: new File([], path), path });
};
/** The file that is asked about, once there is one. */
const asked = async (path: string): Promise<void> =>
  vi.waitFor(() => expect(projects.asked?.project.file).toBe(path));

beforeEach(() => {
  session = new Session();
  session.open(corpusOf({ Stories: ['One', 'Two'] }));
  notices = new Notices();
  axes = new OwnAxes(STORE, new Notices());
  axes.putAll([axis('mine', 'Mine'), axis('both', 'In both')]);
  demo = new Map();
  const parts = {
    axes,
    embeddings: { encoder: { key: 'e', dims: 1 }, adopt: () => {}, reconsider: async () => {} },
    encoders: { elsewhere: null, find: () => null },
    given: { spaces: [] },
  } as unknown as ProjectParts;
  projects = new Projects(engine, session, parts, notices, () => demo);
});

describe('before documents of the reader’s own are put away', () => {
  it('asks, and leaves everything as it is if they are kept', async () => {
    const before = session.corpus;
    const opening = drop('a.parable', { titles: ['Two', 'Three'] });
    await asked('a.parable');
    expect([projects.asked?.project.fault, projects.asked?.away]).toEqual([null, 1]);
    projects.asked?.answer(false);
    await opening;
    expect([session.corpus, session.canUndo, names()]).toEqual([
      before,
      false,
      ['Mine', 'In both'],
    ]);
    expect([projects.asked, notices.list]).toEqual([null, []]);
  });

  it('counts those that have come in meanwhile', async () => {
    void drop('a.parable', { titles: ['Three'] });
    await asked('a.parable');
    expect(projects.asked?.away).toBe(2);
    session.merge({
      documents: { put: [...corpusOf({ Stories: ['Four'] }).documents.values()], delete: [] },
      groups: { put: [], delete: [] },
    });
    expect(projects.asked?.away).toBe(3);
    projects.asked?.answer(false);
  });

  it('says what is open in their place, and how many were put away', async () => {
    const opening = drop('a.parable', { titles: ['Two', 'Three', 'Four'] });
    await asked('a.parable');
    projects.asked?.answer(true);
    await opening;
    expect(titles()).toEqual(['Two', 'Three', 'Four']);
    expect(notices.list).toMatchObject([
      { kind: 'opened', file: 'a.parable', documents: 3, away: 1 },
    ]);
    session.undo();
    expect(titles()).toEqual(['One', 'Two']);
  });

  it('asks about one project after the other where several are dropped', async () => {
    const first = drop('a.parable', { titles: ['Three'] });
    const second = drop('b.parable', { titles: ['Four'] });
    await asked('a.parable');
    projects.asked?.answer(true);
    await first;
    await asked('b.parable');
    expect(titles()).toEqual(['Three']);
    projects.asked?.answer(false);
    await second;
    expect(titles()).toEqual(['Three']);
  });
});

describe('asks nothing', () => {
  it('where the project has all that is the reader’s own', async () => {
    await drop('a.parable', { titles: ['One', 'Two', 'Three'] });
    expect(titles()).toEqual(['One', 'Two', 'Three']);
    expect(notices.list).toMatchObject([{ kind: 'opened', documents: 3, away: 0 }]);
  });

  it('where only the demo is there', async () => {
    const { documents, groups } = corpusOf({ Stories: ['One'] });
    demo = new Map([...documents].map(([id, each]) => [id, { ...each, origin: 'demo' }]));
    session.open({ documents: demo, groups });
    await drop('a.parable', { titles: ['Three'] });
    expect(titles()).toEqual(['Three']);
    expect(notices.list).toMatchObject([{ kind: 'opened', documents: 1, away: 0 }]);
  });

  it('where nothing is there', async () => {
    session.open(corpusOf({}));
    await drop('a.parable', { titles: [] });
    expect(notices.list).toMatchObject([{ kind: 'opened', documents: 0, away: 0 }]);
    await drop('b.parable', { titles: ['Three'] });
    expect(notices.list).toMatchObject([{ kind: 'opened', documents: 1, away: 0 }]);
  });
});

describe('a file that is not whole', () => {
  it('is opened only if the reader asks for what is there', async () => {
    const opening = drop('a.parable', { titles: ['One', 'Two'], endsEarly: true, of: 183 });
    await asked('a.parable');
    expect(projects.asked?.away).toBe(0);
    expect(projects.asked?.project.fault).toMatchObject({
      code: 'project-cut-short',
      params: { file: 'a.parable', documents: 2, of: 183 },
    });
    projects.asked?.answer(true);
    await opening;
    expect(notices.list).toMatchObject([{ kind: 'opened', documents: 2 }]);
  });

  it('of an earlier release cannot say how many documents it had', async () => {
    void drop('a.parable', { titles: ['One', 'Two'], endsEarly: true });
    await asked('a.parable');
    expect(projects.asked?.project.fault?.params).toMatchObject({ documents: 2, of: null });
    projects.asked?.answer(false);
  });

  it('counts the lines that are damaged', async () => {
    void drop('a.parable', { titles: ['One', 'Two'], lost: 3, of: 5 });
    await asked('a.parable');
    expect(projects.asked?.project.fault).toMatchObject({
      code: 'project-damaged',
      params: { file: 'a.parable', records: 3 },
    });
    projects.asked?.answer(false);
  });

  it('of a later release is named, and left alone', async () => {
    await projects.open({ file: new File([], 'new.parable'), path: 'new.parable' });
    expect(titles()).toEqual(['One', 'Two']);
    expect(notices.list).toMatchObject([
      { error: { code: 'project-newer', params: { file: 'new.parable', found: 9, known: 3 } } },
    ]);
  });

  it('is not even asked about if no document of it is left', async () => {
    await drop('a.parable', { titles: [], endsEarly: true, of: 183 });
    expect(titles()).toEqual(['One', 'Two']);
    expect(notices.list).toMatchObject([
      { kind: 'error', error: { code: 'project-cut-short', params: { documents: 0, of: 183 } } },
    ]);
  });
});

describe('the axes of a project', () => {
  beforeEach(async () => {
    await drop('a.parable', { titles: ['One', 'Two', 'Three'] });
  });

  it('are taken out again when its opening is undone', () => {
    expect(names()).toEqual(['Mine', 'In both', 'Brought']);
    session.undo();
    expect(titles()).toEqual(['One', 'Two']);
    expect(names()).toEqual(['Mine', 'In both']);
  });

  it('come back when it is done again, with what was changed meanwhile', () => {
    axes.put(axis('brought', 'Renamed'));
    session.undo();
    session.redo();
    expect(names()).toEqual(['Mine', 'In both', 'Renamed']);
    session.undo();
    expect(names()).toEqual(['Mine', 'In both']);
  });

  it('stay when another step is undone, and gone if they were deleted meanwhile', () => {
    session.run({ type: 'remove-documents', ids: ['Three'] });
    session.undo();
    expect(names()).toContain('Brought');
    axes.delete('brought');
    session.undo();
    session.redo();
    expect(names()).toEqual(['Mine', 'In both']);
  });
});
