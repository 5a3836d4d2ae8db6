import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { ensureBrowser, remedy } from '../scripts/browser.mjs';
import { parseRegistry } from '../src/core/encoders/registry.ts';
import { loadStaticEncoder } from '../src/core/encoders/static/static-encoder.ts';
import { readTokenizer } from '../src/core/encoders/static/tokenizer.ts';
import { openBrowser } from '../tests/e2e/harness/browser.ts';
import type { Figures } from './benchmark.ts';
import { measureInBrowser } from './embedding.ts';
import { machineLine, median } from './machine.ts';
import { passagesOf100Words } from './passages.ts';
import { similarity } from './similarity.ts';

const USAGE = 'npm run bench:encoder -- [--sts FOLDER]';
const ABOUT =
  'Bundled encoder: agreement with human judgements of similarity (aim: ≥ 60 on STS 2012, ≥ 78 on 2015), speed in one browser worker, tokenizing included, median of 5 (aim: ≥ 2,000,000 tokens a second), load, the files having been fetched before (aim: < 300 ms): with the server asked whether they are still the same, and from the browser’s cache alone; size on the wire (aim: ≤ 8 MB)';
const MODELS = 'public/models/';
const PASSAGES = 5000;

/** Measures the bundled encoder and writes `bench/results/encoder.json`. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { sts: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return console.log(USAGE);
  const spec = parseRegistry(await readFile(`${MODELS}registry.json`, 'utf8')).default;
  const read = async (path: string) =>
    new Uint8Array(await readFile(`${MODELS}${spec.path}${path}`));
  const encoder = await loadStaticEncoder(spec, { read });
  const quality = values.sts ? await similarity(encoder, values.sts) : {};
  const files = await Promise.all(['tokenizer.json', 'model.safetensors'].map(read));
  const wire = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

  const texts = await passagesOf100Words(PASSAGES);
  const tokenizer = await readTokenizer(new TextDecoder().decode(files[0]), spec.id);
  const tokens = texts.reduce((sum, text) => sum + tokenizer.encode(text).length, 0);
  process.env.CHROME_PATH = (await ensureBrowser()) ?? '';
  if (!process.env.CHROME_PATH) throw new Error(remedy);
  const browser = await openBrowser();
  try {
    const measured = await measureInBrowser(browser, texts);
    const figures: Figures = {
      revision: spec.revision,
      ...quality,
      'tokens per second': Math.round(tokens / median(measured.map((each) => each.encoder))),
      'load, ms': milliseconds(measured.slice(1).map((each) => each.load)),
      'load from the browser’s cache, ms': milliseconds(measured.map((each) => each.cachedLoad)),
      'brotli, MB': Math.round(wire / 1e4) / 100,
    };
    const machine = machineLine(browser.version());
    const date = new Date().toISOString().slice(0, 10);
    console.log(machine);
    console.table(figures);
    await mkdir('bench/results', { recursive: true });
    const result = { about: ABOUT, machine, date, figures };
    await writeFile('bench/results/encoder.json', `${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await browser.close();
  }
}

function milliseconds(seconds: readonly number[]): number {
  return Math.round(1000 * median(seconds));
}
