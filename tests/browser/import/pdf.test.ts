import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, type Reading } from '../../../src/engine/engine.ts';
import { readFiles } from '../../../src/engine/import-files.ts';
import { READ_FILES } from '../../../src/core/limits.ts';
import { PauseSwitch } from '../../../src/engine/pause-switch.ts';

/** Files made by ReportLab and pypdf (tests/fixtures/import/make.py). */
const FILES = import.meta.glob<string>('../../fixtures/import/*.pdf', {
  eager: true,
  query: '?url',
  import: 'default',
});

async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(FILES[`../../fixtures/import/${name}`] ?? '');
  return new Uint8Array(await response.arrayBuffer());
}

const { ingest } = new Engine();
/** What no file may come to. */
const UNFORESEEN = ['unexpected', 'file-stuck', 'file-fatal'];

/** What each of some files of one name holds, in their order. */
async function parseAll(name: string, all: readonly Uint8Array<ArrayBuffer>[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  const files = all.map((bytes) => ({ file: new File([bytes], name), path: name }));
  await readFiles(ingest, files, new Map(), {
    signal: new AbortController().signal,
    pause: new PauseSwitch(),
    onPart: () => {},
    onFiles: (found) => readings.push(...found),
  });
  expect(readings).toHaveLength(all.length);
  return readings;
}

async function parse(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  return (await parseAll(name, [bytes]))[0]!;
}

/** `npm run fuzz` asks for more files, and for others every time. */
const RUNS = Number(import.meta.env.VITE_FUZZ_RUNS ?? 500);
const SAMPLE = { numRuns: RUNS, ...(import.meta.env.VITE_FUZZ_RUNS ? {} : { seed: 20_260_701 }) };

const codes = ({ problems }: Reading): string[] => problems.map(({ code }) => code);

describe('.pdf', () => {
  it('gives the text of its pages, divided words put together, and the title', async () => {
    const { drafts, problems } = await parse('keeper.pdf', await fixture('keeper.pdf'));
    expect(problems).toEqual([]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      title: "The Keeper's Log",
      text: 'The keeper lit the lamp every evening and wrote the hour into the log; the harbour master read it in the morning.\n\nNobody had asked for it.\n\nOn the second page the lamp went out.',
    });
    // The first file of a kind loads its library, which the development server has to bundle.
  }, 120_000);

  it('says when it is encrypted, or only pictures', async () => {
    expect(codes(await parse('a.pdf', await fixture('encrypted.pdf')))).toEqual(['file-encrypted']);
    expect(codes(await parse('a.pdf', await fixture('scan.pdf')))).toEqual(['pdf-without-text']);
  });

  it('runs no script and asks for nothing', async () => {
    performance.clearResourceTimings();
    const { drafts } = await parse('script.pdf', await fixture('script.pdf'));
    expect(drafts[0]?.text).toContain('The keeper lit the lamp');
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect(asked.filter((origin) => origin !== location.origin)).toEqual([]);
  });

  /** Files that go to the worker by the handful end in documents or in an error that was foreseen. */
  const endTogether = async (files: readonly Uint8Array<ArrayBuffer>[]): Promise<void> => {
    for (let start = 0; start < files.length; start += READ_FILES) {
      const some = files.slice(start, start + READ_FILES);
      for (const [at, parsed] of (await parseAll('a.pdf', some)).entries()) {
        const ends = parsed.drafts.length + parsed.problems.length > 0;
        const foreseen = !codes(parsed).some((code) => UNFORESEEN.includes(code));
        if (!ends || !foreseen) expect.fail(`${codes(parsed).join()}: ${some[at]!.join(' ')}`);
      }
    }
  };

  it('ends well when it is cut off at every per cent', async () => {
    const good = await fixture('keeper.pdf');
    await endTogether(
      Array.from({ length: 100 }, (_, percent) =>
        good.slice(0, Math.floor((good.length * percent) / 100)),
      ),
    );
  }, 60_000);

  it('ends well with some of its bytes changed', async () => {
    const good = await fixture('keeper.pdf');
    const edit = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    const edits = fc.sample(fc.array(edit, { minLength: 1, maxLength: 8 }), SAMPLE);
    await endTogether(
      edits.map((some) => {
        const bytes = good.slice();
        for (const [at, byte] of some) bytes[at] = byte;
        return bytes;
      }),
    );
  }, 3_600_000);

  it('ends well whatever its bytes', async () => {
    const arrays = fc.sample(fc.uint8Array({ maxLength: 400 }), SAMPLE);
    await endTogether(arrays.map((bytes) => new Uint8Array(bytes)));
  }, 3_600_000);
});
