import { beforeEach, expect, it } from 'vitest';
import type { ProjectHead } from '../../../src/core/project/project-file.ts';
import type { AxisStore } from '../../../src/core/project/stored-axes.ts';
import type { OwnAxis } from '../../../src/core/stance/own-axis.ts';
import type { Engine, ProjectRead } from '../../../src/engine/engine.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { OwnAxes } from '../../../src/state/own-axes.svelte.ts';
import { Projects, type ProjectParts } from '../../../src/state/projects.svelte.ts';
import { Session } from '../../../src/state/session.svelte.ts';
import { corpusOf } from '../ui/host.ts';

const STORE: AxisStore = {
  load: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  announce: () => {},
  watch: () => {},
};
const HEAD: ProjectHead = { encoder: 'e', dims: 1, view: '', spaces: [] };
const axis = (id: string, name: string): OwnAxis => ({
  ...{ id, name, positive: 'warm', negative: 'cold' },
  examples: [],
});
const there = corpusOf({ Fables: ['Three'] });

/** An engine that reads a project of one document and two axes from any file. */
const engine = {
  ingest: {
    persist: (action: () => Promise<unknown>) => action(),
    attempt: (_: string, __: unknown, options: { onProgress: (part: ProjectRead) => void }) => {
      options.onProgress({
        groups: [...there.groups.values()],
        axes: [axis('brought', 'Brought'), axis('both', 'In both')],
        documents: [...there.documents.values()].map((document) => ({
          ...{ document, vectors: null, rows: null },
          given: [],
        })),
        problems: [],
      });
      return Promise.resolve(HEAD);
    },
  },
} as unknown as Engine;

let session: Session;
let axes: OwnAxes;
const names = (): string[] => [...axes.all.values()].map(({ name }) => name);

beforeEach(async () => {
  session = new Session();
  session.open(corpusOf({ Stories: ['One', 'Two'] }));
  axes = new OwnAxes(STORE, new Notices());
  axes.putAll([axis('mine', 'Mine'), axis('both', 'In both')]);
  const parts = {
    axes,
    embeddings: { encoder: { key: 'e', dims: 1 }, adopt: () => {}, reconsider: async () => {} },
    encoders: { elsewhere: null, find: () => null },
    given: { spaces: [] },
  } as unknown as ProjectParts;
  const projects = new Projects(engine, session, parts, new Notices(), () => new Map());
  await projects.open({ file: new File([], 'a.parable'), path: 'a.parable' });
});

it('takes the axes that a project brought out again when its opening is undone', () => {
  expect(names()).toEqual(['Mine', 'In both', 'Brought']);
  session.undo();
  expect(session.corpus.documents.size).toBe(2);
  expect(names()).toEqual(['Mine', 'In both']);
});

it('brings them back when it is done again, with what was changed meanwhile', () => {
  axes.put(axis('brought', 'Renamed'));
  session.undo();
  session.redo();
  expect(names()).toEqual(['Mine', 'In both', 'Renamed']);
  session.undo();
  expect(names()).toEqual(['Mine', 'In both']);
});

it('leaves alone what was deleted meanwhile, and axes when another step is undone', () => {
  session.run({ type: 'remove-documents', ids: ['Three'] });
  session.undo();
  expect(names()).toContain('Brought');
  axes.delete('brought');
  session.undo();
  session.redo();
  expect(names()).toEqual(['Mine', 'In both']);
});
