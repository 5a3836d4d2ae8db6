import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Draft } from '../src/core/corpus/parse/parse.ts';
import type { AppError } from '../src/core/errors.ts';
import { EMBED_BATCH } from '../src/core/limits.ts';
import type { Command } from './command.ts';
import { openEncoder } from './encoder.ts';
import { encodeNpy } from './npy.ts';
import { readTexts } from './texts.ts';
import { UsageError } from './usage-error.ts';

const HELP = `parable embed FILE… --out FILE

Writes one vector per text, in the order of the files and of their lines.

A text is a line of a .txt that is not blank, a record of a .jsonl, .csv or .tsv (its field
text, prompt, question, statement, passage, content, completion or raw_response), or a whole .md.

  --out FILE     .jsonl: one object a text, {file, line, vector}, with "empty": true where no
                 word of the text is known and the vector is zero
                 .npy: a float32 matrix [texts × dimensions]
  --encoder E    an encoder of public/models/registry.json by its id, or the folder of a static
                 model in model2vec's format (config.json, tokenizer.json, model.safetensors);
                 without it, the default
  --help         this text

What cannot be read is said with its file and line; the rest is written, and the exit code is 1.`;

interface Options {
  readonly files: readonly string[];
  readonly out: string;
  readonly encoder: string | undefined;
}

async function run(args: readonly string[]): Promise<readonly AppError[]> {
  const { files, out, encoder: id } = options(args);
  const [encoder, ...read] = await Promise.all([openEncoder(id), ...files.map(readTexts)]);
  const texts = read.flatMap((each) => each.texts);
  const { dims } = encoder.spec;
  const vectors = new Float32Array(texts.length * dims);
  const empty = new Uint8Array(texts.length);
  for (let start = 0; start < texts.length; start += EMBED_BATCH) {
    const batch = texts.slice(start, start + EMBED_BATCH).map(({ text }) => text);
    const embedded = await encoder.embed(batch);
    vectors.set(embedded.vectors, start * dims);
    empty.set(embedded.empty, start);
  }
  if (extname(out) === '.npy') await writeFile(out, encodeNpy(vectors, texts.length, dims));
  else await writeJsonl(out, texts, vectors, empty);
  return read.flatMap(({ problems }) => problems);
}

function options(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, encoder: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('embed needs at least one file.');
  if (!values.out || !['.jsonl', '.npy'].includes(extname(values.out))) {
    throw new UsageError('embed needs --out with a file that ends in .jsonl or .npy.');
  }
  return { files: positionals, out: values.out, encoder: values.encoder };
}

async function writeJsonl(
  out: string,
  texts: readonly Draft[],
  vectors: Float32Array,
  empty: Uint8Array,
): Promise<void> {
  const stream = createWriteStream(out);
  const dims = vectors.length / texts.length;
  texts.forEach(({ source: file, line }, row) => {
    const vector = [...vectors.subarray(row * dims, (row + 1) * dims)];
    const flag = empty[row] === 1 && { empty: true };
    stream.write(`${JSON.stringify({ file, line, ...flag, vector })}\n`);
  });
  stream.end();
  await finished(stream);
}

export const embed: Command = { about: 'vectors of texts', help: HELP, run };
