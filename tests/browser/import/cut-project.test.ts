import { afterAll, expect, it } from 'vitest';
import { cutText } from '../../../src/core/corpus/documents.ts';
import { groupId } from '../../../src/core/corpus/identity.ts';
import type { Document, Group } from '../../../src/core/corpus/model.ts';
import { AppError } from '../../../src/core/errors.ts';
import { documentLine, headLines } from '../../../src/core/project/project-file.ts';
import { Engine, type ProjectFound } from '../../../src/engine/engine.ts';

const { ingest } = new Engine();
afterAll(() => ingest.terminate());

const group: Group = { id: groupId('training', 'Logs'), role: 'training', name: 'Logs' };
const documents = ['One 漢字.', 'Two 😀.', 'Three.'].map((text): Document => ({
  role: 'training',
  group: group.id,
  title: text,
  text,
  ...cutText('training', text),
  meta: new Map(),
  origin: 'own',
}));
const head = { encoder: 'e@1', dims: 2, view: 'v1', spaces: [] };
const lines = [
  ...headLines(
    head,
    {
      documents: new Map(documents.map((document) => [document.id, document])),
      groups: new Map([[group.id, group]]),
    },
    [],
  ).match(/.+\n/g)!,
  ...documents.map((document, order) =>
    documentLine({ document, vectors: null, given: [] }, order),
  ),
];
const bytes = new TextEncoder().encode(lines.join(''));
/** How many bytes each number of lines has. */
const ends = lines.map((_, at) => new TextEncoder().encode(lines.slice(0, at + 1).join('')).length);

/** Opens the first bytes of the file: what of it was found, and how many documents; null if it is no project. */
async function open(upTo: number, from = bytes): Promise<[ProjectFound | null, number]> {
  let read = 0;
  const file = new File([from.slice(0, upTo)], 'a.parable');
  const found = await ingest
    .run(
      'openProject',
      { file, path: 'a.parable' },
      { onProgress: (part) => (read += part.documents.length) },
    )
    .catch((thrown: unknown) => {
      if (AppError.from(thrown).code !== 'project-malformed') throw thrown;
      return null;
    });
  return [found, read];
}

it('says of a file that was cut anywhere that it ends early, and reads what is there', async () => {
  for (let upTo = 0; upTo <= bytes.length; upTo += 7) {
    const [found, read] = await open(upTo);
    // A line is there without its newline too.
    const whole = ends.filter((end) => end - 1 <= upTo).length;
    expect([upTo, found?.endsEarly ?? null, read]).toEqual([
      upTo,
      whole === 0 ? null : whole < lines.length,
      Math.max(0, whole - 2),
    ]);
  }
  const [found, read] = await open(bytes.length);
  expect(found).toMatchObject({
    head: { records: { groups: 1, axes: 0, documents: 3 } },
    endsEarly: false,
  });
  expect(read).toBe(3);
}, 120_000);

it('says so of a file of an earlier release where its last line is cut', async () => {
  const earlier = lines.join('').replace(/,"records":\{.*?\}/, '');
  const from = new TextEncoder().encode(earlier);
  const [whole, all] = await open(from.length, from);
  expect([whole?.head.records, whole?.endsEarly, all]).toEqual([null, false, 3]);
  const [cut, two] = await open(from.length - 30, from);
  expect([cut?.endsEarly, two]).toEqual([true, 2]);
});
