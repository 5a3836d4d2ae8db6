import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { buildCorpus, CORPORA } from './corpora/build.ts';

const USAGE = `npm run build:corpus -- [--out FOLDER]

Embeds public/corpora/ with the bundled encoder, checks that texts and vectors belong together and
says what came of it. The build of the site does the same by itself; with --out the files that it
would ship are written to a folder.`;

/** Builds the corpora that the site ships, from the command line. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return console.log(USAGE);
  const rows = await Promise.all(
    CORPORA.map(async (name) => {
      const built = await buildCorpus('.', name);
      if (values.out !== undefined) {
        await mkdir(values.out, { recursive: true });
        await writeFile(join(values.out, `${name}.json`), built.texts);
        await writeFile(join(values.out, `${name}.f16`), built.vectors);
      }
      return [name, report(built)] as const;
    }),
  );
  console.table(Object.fromEntries(rows));
}

function report({ bundle, texts, vectors }: Awaited<ReturnType<typeof buildCorpus>>) {
  const passages = bundle.documents.reduce((sum, each) => sum + each.passages.length / 2, 0);
  const wire = [texts, vectors].map((half) => Math.round(brotliCompressSync(half).length / 1000));
  return {
    groups: bundle.groups.length,
    documents: bundle.documents.length,
    passages,
    principles: bundle.principles.length,
    'texts, brotli kB': wire[0],
    'vectors, brotli kB': wire[1],
    'hash of the texts': bundle.hashes.texts,
    'hash of the vectors': bundle.hashes.vectors,
  };
}
