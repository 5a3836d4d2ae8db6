import { describe, expect, it, vi } from 'vitest';
import type { Corpus } from '../../../src/core/corpus/model.ts';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { EncoderChoice } from '../../../src/engine/embed.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { Embeddings } from '../../../src/state/embeddings.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { corpusOf } from '../ui/host.ts';

interface Attempt {
  readonly encoder: string;
  readonly texts: readonly string[];
  readonly finish: () => void;
}

/** An encoder whose jobs end when the test says so, and a space that can be made to refuse. */
function fakeEngine(vectorOf: (text: string) => number = () => 1) {
  const attempts: Attempt[] = [];
  const updates: string[][] = [];
  const space = { refuses: false };
  const encoder = {
    persist: <T>(action: () => Promise<T>) => action(),
    use: <T>(_: unknown, action: () => Promise<T>) => action(),
    attempt: (
      _name: string,
      { spec, texts }: { spec: EncoderSpec; texts: readonly string[] },
      { signal, onProgress }: { signal: AbortSignal; onProgress: (batch: unknown) => void },
    ) =>
      new Promise((resolve, reject) => {
        const finish = (): void => {
          onProgress({ count: texts.length, vectors: Float32Array.from(texts, vectorOf) });
          resolve({ unkept: null });
        };
        signal.addEventListener('abort', () => reject(new AppError('cancelled', {})));
        attempts.push({ encoder: spec.id, texts, finish });
      }),
  };
  const updateSpace = async ({ add }: { add: readonly { id: string }[] }): Promise<void> => {
    if (space.refuses)
      throw new AppError('worker-unavailable', { worker: 'analysis', attempts: 3 });
    updates.push(add.map(({ id }) => id));
  };
  return { attempts, updates, space, engine: { encoder, updateSpace } as unknown as Engine };
}

const choice = (id: string): EncoderChoice => ({
  spec: { id, dims: 1 } as EncoderSpec,
  place: { at: 'site', folder: '' },
});

function opened(vectorOf?: (text: string) => number) {
  const fake = fakeEngine(vectorOf);
  const notices = new Notices();
  const embeddings = new Embeddings(fake.engine, notices);
  embeddings.open(choice('first'), new Map());
  return { ...fake, embeddings, notices };
}

const two: Corpus = corpusOf({ Stories: ['One', 'Two'] });
const three: Corpus = corpusOf({ Stories: ['One', 'Two', 'Three'] });

describe('Embeddings', () => {
  it('embeds what the space lacks and hands it over', async () => {
    const { embeddings, attempts, updates } = opened();
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    expect(embeddings.waiting).toBe(2);
    attempts[0]?.finish();
    await vi.waitUntil(() => embeddings.waiting === 0);
    expect(updates).toEqual([['One', 'Two']]);
    expect(embeddings.has('One')).toBe(true);
  });

  it('says of the space how it is corrected only once it is, and not what failed', async () => {
    const corrected = Promise.withResolvers<boolean>();
    const correctSpace = (name: string): Promise<boolean> =>
      name === 'top'
        ? corrected.promise
        : Promise.reject(new AppError('unexpected', { message: '' }));
    const engine = { correctSpace } as unknown as Engine;
    const embeddings = new Embeddings(engine, new Notices());
    const correcting = embeddings.correct('top');
    expect(embeddings.correction).toBe('centre');
    corrected.resolve(true);
    await correcting;
    expect(embeddings.correction).toBe('top');
    await embeddings.correct('whiten');
    expect(embeddings.correction).toBe('top');
  });

  it('leaves what was cancelled alone until resumed, and still embeds what comes new', async () => {
    const { embeddings, attempts } = opened();
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    embeddings.cancel();
    await vi.waitUntil(() => embeddings.progress === null);
    await embeddings.sync(two);
    expect(attempts).toHaveLength(1);

    void embeddings.sync(three);
    await vi.waitUntil(() => attempts.length === 2);
    expect(attempts[1]?.texts).toEqual(['Three.']);
    attempts[1]?.finish();
    await vi.waitUntil(() => embeddings.waiting === 2);

    void embeddings.resume();
    await vi.waitUntil(() => attempts.length === 3);
    expect(attempts[2]?.texts).toEqual(['One.', 'Two.']);
  });

  it('says how many passages the encoder knows no word of', async () => {
    const { embeddings, attempts, notices } = opened((text) => (text === 'Two.' ? 0 : 1));
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    attempts[0]?.finish();
    await vi.waitUntil(() => embeddings.waiting === 0);
    expect(embeddings.unplaced).toEqual({ passages: 1, documents: 1 });
    expect(notices.list).toMatchObject([{ kind: 'unknown-words', passages: 1, documents: 1 }]);

    await embeddings.sync(corpusOf({ Stories: ['One'] }));
    expect(embeddings.unplaced).toEqual({ passages: 0, documents: 0 });
  });

  it('brings all into the space of another encoder, and nothing of the one before', async () => {
    const { embeddings, attempts, updates } = opened();
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    const halted = embeddings.halt();
    // What comes late from the first encoder, and what is added meanwhile, waits.
    attempts[0]?.finish();
    await halted;
    await embeddings.sync(three);
    expect(attempts).toHaveLength(1);

    embeddings.open(choice('other'), new Map([['One', Float32Array.of(1)]]));
    expect([embeddings.size, embeddings.waiting]).toEqual([0, 3]);
    const before = updates.length;
    void embeddings.resume();
    await vi.waitUntil(() => attempts.length === 2);
    expect(attempts[1]?.encoder).toBe('other');
    expect(attempts[1]?.texts).toEqual(['Two.', 'Three.']);
    attempts[1]?.finish();
    await vi.waitUntil(() => embeddings.waiting === 0);
    expect(updates.slice(before)).toEqual([['One'], ['Two', 'Three']]);
  });

  it('goes on with its encoder if the other one could not be entered', async () => {
    const { embeddings, attempts } = opened();
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    await embeddings.halt();
    void embeddings.resume();
    await vi.waitUntil(() => attempts.length === 2);
    expect(attempts[1]?.encoder).toBe('first');
    attempts[1]?.finish();
    await vi.waitUntil(() => embeddings.waiting === 0);
  });

  it('says that a space refused documents, keeps their vectors and can go on', async () => {
    const { embeddings, attempts, updates, space, notices } = opened();
    space.refuses = true;
    void embeddings.sync(two);
    await vi.waitUntil(() => attempts.length === 1);
    attempts[0]?.finish();
    await vi.waitUntil(() => embeddings.failure !== null);
    expect(notices.list).toHaveLength(1);
    expect(embeddings.waiting).toBe(2);
    space.refuses = false;
    await embeddings.resume();
    expect(embeddings.waiting).toBe(0);
    expect(attempts).toHaveLength(1);
    expect(updates).toEqual([['One', 'Two']]);
  });
});
