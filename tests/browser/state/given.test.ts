import { beforeEach, describe, expect, it } from 'vitest';
import { documentId } from '../../../src/core/corpus/identity.ts';
import type { Corpus, Document } from '../../../src/core/corpus/model.ts';
import type { Draft } from '../../../src/core/corpus/parse/draft.ts';
import { givenSpec, wholeText, type GivenRows } from '../../../src/core/encoders/given.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { IndexedGivenStore } from '../../../src/platform/given-store.ts';
import { Embeddings } from '../../../src/state/embeddings.svelte.ts';
import { Given } from '../../../src/state/given.svelte.ts';
import { GivenIntake } from '../../../src/state/given-intake.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { corpusOf } from '../ui/host.ts';

const SPEC = givenSpec('theirs', 2, 'a1');
const OTHER = givenSpec('others', 2, 'b2');
const PLACE = { at: 'elsewhere' } as const;
const rowsOf = (...texts: string[]): Map<string, GivenRows> =>
  new Map(
    texts.map((text) => [documentId('training', text), wholeText(text, Float32Array.of(0.6, 0.8))]),
  );
const documentOf = (text: string, role: Document['role'] = 'training') =>
  ({ id: documentId(role, text), role, text }) as Document;

const store = new IndexedGivenStore();
beforeEach(() => store.remove(null));

function given(use: Partial<IndexedGivenStore> = {}) {
  const notices = new Notices();
  const left: string[] = [];
  const port = {
    spaces: () => store.spaces(),
    rows: (key: string) => store.rows(key),
    add: (...of: Parameters<IndexedGivenStore['add']>) => store.add(...of),
    remove: (key: string | null) => store.remove(key),
    ...use,
  };
  const spaces = new Given(port, notices, async (key) => {
    left.push(key);
    return true;
  });
  return { spaces, notices, left };
}

describe('vectors that came along', () => {
  it('are there at the next visit, space by space', async () => {
    const first = given().spaces;
    await first.open();
    await first.add(SPEC, rowsOf('One.', 'Two.'));
    await first.add(OTHER, rowsOf('One.'));
    await first.add(SPEC, rowsOf('Three.'));

    const { spaces } = given();
    await spaces.open();
    expect(spaces.spaces.map(({ spec, documents, stored }) => [spec, documents, stored])).toEqual([
      [OTHER, 1, true],
      [SPEC, 3, true],
    ]);
    const found = await spaces.of(
      SPEC,
      ['One.', 'Three.', 'Four.'].map((text) => documentOf(text)),
    );
    expect([...found.keys()]).toEqual(
      ['One.', 'Three.'].map((text) => documentId('training', text)),
    );
    expect(found.get(documentId('training', 'One.'))).toEqual(
      wholeText('One.', Float32Array.of(0.6, 0.8)),
    );
  });

  it('stay with a document that is moved to the other role', async () => {
    const { spaces } = given();
    await spaces.add(SPEC, rowsOf('One.'));
    const moved = documentOf('One.', 'evaluation');
    expect([...(await spaces.of(SPEC, [moved])).keys()]).toEqual([moved.id]);
  });

  it('last as long as the page where they cannot be stored, which is said', async () => {
    const full = () => Promise.reject(new AppError('storage-full', {}));
    const { spaces, notices } = given({ add: full });
    await spaces.open();
    const added = await spaces.add(SPEC, rowsOf('One.', 'Two.'));
    expect([added.documents, added.stored, spaces.atRisk]).toEqual([2, false, true]);
    expect(notices.list).toMatchObject([{ kind: 'error', error: { code: 'storage-full' } }]);
    await spaces.add(SPEC, rowsOf('Three.'));
    expect(spaces.spaces).toMatchObject([{ documents: 3, stored: false }]);
    expect((await spaces.of(SPEC, [documentOf('Two.')])).size).toBe(1);
    expect(await store.spaces()).toEqual([]);
  });

  it('are removed alone or all together, their space being left first', async () => {
    const { spaces, left } = given();
    await spaces.add(SPEC, rowsOf('One.'));
    const other = await spaces.add(OTHER, rowsOf('One.'));
    await spaces.remove(other);
    expect([left, (await store.spaces()).map(({ key }) => key)]).toEqual([[OTHER.id], [SPEC.id]]);
    await spaces.clear();
    expect([spaces.spaces, await store.spaces(), (await store.rows(SPEC.id)).size]).toEqual([
      [],
      [],
      0,
    ]);
  });
});

describe('vectors of an import', () => {
  const draftOf = (text: string, vector?: Float32Array<ArrayBuffer>): Draft => ({
    title: text,
    text,
    meta: new Map<string, string>(),
    role: null,
    group: null,
    source: 'd/records.jsonl',
    line: 1,
    shape: 'record',
    ...(vector && { vector }),
  });
  const added = (draft: Draft, text = draft.text) => ({
    draft,
    id: documentId('training', text),
    text,
  });
  const drafts = ['One.', 'Two.'].map((text) => draftOf(text, Float32Array.of(1, 0)));

  it('are kept under the reader’s name, and join those that have it', async () => {
    const { spaces } = given();
    const intake = new GivenIntake(spaces);
    intake.look([...drafts, draftOf('Three.')]);
    const [found] = intake.found;
    expect(found).toEqual({ dims: 2, documents: 2, source: 'records' });
    expect(intake.nameOf(found!)).toBe('records');
    intake.name(2, ' mine ');
    expect(await intake.keep([added(drafts[0]!)])).toBeNull();
    expect(spaces.spaces).toMatchObject([{ spec: { name: 'mine', dims: 2 }, documents: 1 }]);

    expect(intake.joins(found!)?.documents).toBe(1);
    intake.use = 2;
    const space = await intake.keep([added(drafts[1]!)]);
    expect([space?.documents, spaces.spaces.length]).toEqual([2, 1]);
    intake.name(2, '');
    expect(intake.joins(found!)).toBeNull();
  });

  it('are not kept for a text of which lines were left out', async () => {
    const { spaces } = given();
    const intake = new GivenIntake(spaces);
    intake.look(drafts);
    await intake.keep([added(drafts[0]!, 'On.'), added(drafts[1]!)]);
    const found = await spaces.of(
      spaces.spaces[0]!.spec,
      ['On.', 'Two.'].map((each) => documentOf(each)),
    );
    expect([...found.keys()]).toEqual([documentId('training', 'Two.')]);
  });
});

describe('a space of vectors that came along', () => {
  const corpus: Corpus = corpusOf({ Stories: ['One', 'Two', 'Three'] });
  /** The space as the analysis is told of it. */
  function opened(rows: Map<string, GivenRows>) {
    const updates: { id: string; passages: number }[] = [];
    const engine = {
      updateSpace: async ({ add }: { add: readonly Document[] }) => {
        updates.push(...add.map(({ id, passages }) => ({ id, passages: passages.length })));
      },
    } as unknown as Engine;
    const embeddings = new Embeddings(engine, new Notices(), { of: async () => rows });
    embeddings.open({ spec: SPEC, place: PLACE }, new Map());
    return { embeddings, updates };
  }
  const two = (): GivenRows => ({
    passages: [
      { start: 0, end: 1 },
      { start: 1, end: 3 },
    ],
    vectors: Float32Array.of(1, 0, 0, 1),
  });

  it('holds what has vectors, with the passages that these are of, and counts the rest', async () => {
    const { embeddings, updates } = opened(new Map([['One', two()]]));
    await embeddings.sync(corpus);
    expect(updates).toEqual([{ id: 'One', passages: 2 }]);
    expect([[...embeddings.absent], embeddings.waiting, embeddings.size]).toEqual([
      ['Two', 'Three'],
      0,
      1,
    ]);
    expect(embeddings.inSpace(corpus).documents.get('One')?.passages).toEqual(two().passages);
    expect(embeddings.inSpace(corpus).documents.get('Two')).toBe(corpus.documents.get('Two'));
  });

  it('takes in what comes along later, and forgets who has left', async () => {
    const rows = new Map([['One', two()]]);
    const { embeddings, updates } = opened(rows);
    await embeddings.sync(corpus);
    rows.set('Two', two());
    await embeddings.reconsider();
    expect(updates.map(({ id }) => id)).toEqual(['One', 'Two']);
    expect([...embeddings.absent]).toEqual(['Three']);
    await embeddings.sync(corpusOf({ Stories: ['One', 'Two'] }));
    expect([embeddings.absent.size, embeddings.waiting]).toEqual([0, 0]);
  });

  it('takes nothing of another length', async () => {
    const { embeddings } = opened(new Map([['One', { ...two(), vectors: Float32Array.of(1) }]]));
    await embeddings.sync(corpus);
    expect(embeddings.absent.size).toBe(3);
  });
});
