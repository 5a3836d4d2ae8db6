import type { GivenRows } from '../../core/encoders/given.ts';
import { documentLine, headLines } from '../../core/project/project-file.ts';
import { encodeView } from '../../core/project/view.ts';
import { rest } from '../../platform/rest.ts';
import type { ProjectPlace } from './parts.ts';

/** Documents written between two rests of the page: a few milliseconds. */
const SLICE = 50;

/** What is open as a project file, which opens without any model; null before there is an encoder. */
export async function projectFile({ session, parts }: ProjectPlace): Promise<Blob | null> {
  const { corpus, view } = session;
  const { axes, embeddings, given } = parts;
  const { encoder } = embeddings;
  if (!encoder) return null;
  const documents = [...corpus.documents.values()];
  const specs = given.spaces.map(({ spec }) => spec);
  const spaces = specs.map(({ id: key, dims }) => ({ key, dims }));
  const own = [...axes.all.values()];
  const rows: ReadonlyMap<string, GivenRows>[] = [];
  for (const spec of specs) rows.push(await given.of(spec, documents));
  const computed = spaces.every(({ key }) => key !== encoder.key);
  const head = { encoder: encoder.key, dims: encoder.dims, view: encodeView(view), spaces };
  const written = [headLines(head, corpus, own)];
  for (let start = 0; start < documents.length; start += SLICE) {
    const lines = documents.slice(start, start + SLICE).map((document, index) => {
      const { id } = document;
      const vectors = computed ? (embeddings.vectorsOf(id) ?? null) : null;
      const its = rows.map((each) => each.get(id) ?? null);
      return documentLine({ document, vectors, given: its }, start + index);
    });
    written.push(lines.join(''));
    await rest();
  }
  return new Blob(written, { type: 'application/x-ndjson' });
}
