import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, type Reading } from '../../../src/engine/engine.ts';
import { readFiles } from '../../../src/engine/import-files.ts';
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

async function parse(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const readings: Reading[] = [];
  const files = [{ file: new File([bytes], name), path: name }];
  await readFiles(ingest, files, new Map(), {
    signal: new AbortController().signal,
    pause: new PauseSwitch(),
    onPart: () => {},
    onFiles: (found) => readings.push(...found),
  });
  expect(readings).toHaveLength(1);
  return readings[0]!;
}

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

  const endsWell = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const parsed = await parse('a.pdf', bytes);
    expect(parsed.drafts.length + parsed.problems.length).toBeGreaterThan(0);
    expect(codes(parsed)).not.toContain('unexpected');
  };

  it('ends well when it is cut off at every per cent', async () => {
    const good = await fixture('keeper.pdf');
    for (let percent = 0; percent < 100; percent++) {
      await endsWell(good.slice(0, Math.floor((good.length * percent) / 100)));
    }
  }, 60_000);

  it('ends well with some of its bytes changed', async () => {
    const good = await fixture('keeper.pdf');
    const edit = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const bytes = good.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        await endsWell(bytes);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
