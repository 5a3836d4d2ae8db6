import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/engine/engine.ts';
import { readFiles } from '../../../src/engine/import-files.ts';
import { PauseSwitch } from '../../../src/engine/pause-switch.ts';

const { ingest } = new Engine();
afterAll(() => ingest.terminate());

const SENTENCE = 'The keeper wrote down every ship that passed, the hour and the weather. ';
const RECORDS = 4000;
/** In an archive, each of half a megabyte. */
const FILES = 20;
const texts = Array.from({ length: RECORDS }, (_, i) => `${i}. ${SENTENCE.repeat(10)}`);

function reading(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const pause = new PauseSwitch();
  const control = new AbortController();
  const seen = { parts: [] as number[], documents: 0, files: 0 };
  const run = (onPart: () => void = () => {}): Promise<void> =>
    readFiles(ingest, [{ file: new File([content], name), path: name }], new Map(), {
      signal: control.signal,
      pause,
      onPart: (documents) => {
        seen.parts.push(documents);
        onPart();
      },
      onFiles: (readings, files) => {
        seen.files += files;
        seen.documents += readings.reduce((sum, { drafts }) => sum + drafts.length, 0);
      },
    });
  return { pause, control, seen, run };
}

/** Until the worker has answered so often that a job which is not held would have gone on. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await ingest.run('findRepeats', []);
}

describe('a pause', () => {
  it.each([
    ['log.jsonl', texts.map((text) => JSON.stringify({ text })).join('\n')],
    ['log.csv', `title,text\n${texts.map((text, i) => `${i},"${text}"`).join('\n')}`],
    ['log.json', JSON.stringify(texts)],
    ['log.txt', texts.join('<|endoftext|>')],
  ])(
    'takes hold within %s, which goes on where it was',
    async (name, content) => {
      const { pause, seen, run } = reading(name, content);
      pause.set(true);
      const done = run();
      await turns(30);
      expect([seen.parts, seen.files]).toEqual([[], 0]);
      pause.set(false);
      await done;
      expect([seen.documents, seen.files]).toEqual([RECORDS, 1]);
    },
    120_000,
  );

  it('takes hold between the files of an archive, which goes on where it was', async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 0 });
    for (const [i, text] of texts.slice(0, FILES).entries()) {
      await zip.add(`${i}.txt`, new TextReader(text.repeat(600)));
    }
    const { pause, seen, run } = reading('logs.zip', new Uint8Array(await zip.close()));
    const first = Promise.withResolvers<null>();
    const done = run(() => {
      if (seen.parts.length === 1) pause.set(true);
      first.resolve(null);
    });
    await first.promise;
    // The file that is being read comes still, and so may what was on its way.
    let held = 0;
    while (held < seen.parts.length) {
      held = seen.parts.length;
      await turns(20);
    }
    expect([held < FILES, seen.files]).toEqual([true, 0]);
    pause.set(false);
    await done;
    expect(seen.documents).toBe(FILES);
  }, 120_000);

  it('is over when reading is given up, and the worker is free', async () => {
    const { pause, control, seen, run } = reading('log.csv', `text\n${texts.join('\n')}`);
    pause.set(true);
    const done = run();
    await turns(2);
    control.abort();
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    await turns(1);
    expect(seen.files).toBe(0);
  }, 120_000);
});
