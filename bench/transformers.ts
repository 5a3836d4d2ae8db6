import { access, readFile } from 'node:fs/promises';
import { Tokenizer } from '@huggingface/tokenizers';
import type { Browser, Page } from 'playwright';
import { main as writeMiniLm } from '../scripts/mini-lm.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { median } from './machine.ts';
import { openNative, type Native } from './native.ts';
import { withPage } from './page.ts';
import type { Request } from './pages/transformers.ts';
import { MIX_MAX_TOKENS, MIX_MIN_TOKENS, passageMix } from './passage-mix.ts';

const PASSAGES = 97;
const ROUNDS = 5;
const FOLDER = '.cache/bench/mini-lm';

const TYPES = [
  { name: 'q8', dtype: 'q8', weights: 'onnx/model_quantized.onnx' },
  { name: 'fp32', dtype: 'float32', weights: 'onnx/model.onnx' },
] as const;

async function run(browser: Browser): Promise<Figures> {
  await access(`${FOLDER}/${TYPES[1].weights}`).catch(() => writeMiniLm([FOLDER]));
  const file = await readFile(`${FOLDER}/tokenizer.json`, 'utf8');
  const tokenizer = new Tokenizer(JSON.parse(file) as object, {});
  const texts = await passageMix(PASSAGES, (text) => tokenizer.encode(text).ids.length);
  const native = await openNative(FOLDER, tokenizer, texts);
  try {
    return await withPage(browser, 'transformers.html', async (page) => {
      await page.waitForFunction(() => 'embed' in window);
      const figures: Record<string, number | string> = {};
      figures['arithmetic alone, two workers to one'] = await scaling(page);
      for (const type of TYPES) Object.assign(figures, await measure(page, native, type, texts));
      figures['native ONNX Runtime'] = native?.version ?? 'not to be had here';
      return figures;
    });
  } finally {
    await native?.close();
  }
}

/** What a second core gives on this machine at best: work that asks nothing of memory. */
async function scaling(page: Page): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [one, two] = [
      await page.evaluate(() => window.spin(1)),
      await page.evaluate(() => window.spin(2)),
    ];
    ratios.push((2 * one) / two);
  }
  return Math.round(median(ratios) * 100) / 100;
}

/** All ways of embedding in turn, several times, so that whatever else the machine does hits each. */
async function measure(
  page: Page,
  native: Native | null,
  { name, dtype, weights }: (typeof TYPES)[number],
  texts: readonly string[],
): Promise<Figures> {
  const embed = (by: Request['by']) => () =>
    page.evaluate((request) => window.embed(request), { texts, dtype, folder: `/${FOLDER}/`, by });
  const ways = new Map<string, () => Promise<number>>([
    ['one worker', embed(1)],
    ['two workers', embed(2)],
    ['padded batches of 32', embed('padded')],
  ]);
  if (native) {
    ways.set('native, one thread', () => native.seconds(weights, 1));
    ways.set('native, two threads', () => native.seconds(weights, 2));
  }
  const seconds = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, take] of ways) {
      seconds.set(way, [...(seconds.get(way) ?? []), await take()]);
    }
  }
  const rate = (way: string): number => PASSAGES / median(seconds.get(way) ?? []);
  const ratio = (way: string, to: string): number => Math.round((rate(way) / rate(to)) * 100) / 100;
  return {
    ...Object.fromEntries(
      [...ways.keys()].map((way) => [
        `${name}, passages per second, ${way}`,
        Math.round(rate(way) * 10) / 10,
      ]),
    ),
    [`${name}, two workers to one`]: ratio('two workers', 'one worker'),
    [`${name}, two workers to padded batches`]: ratio('two workers', 'padded batches of 32'),
    ...(native && {
      [`${name}, two workers to native`]: ratio('two workers', 'native, two threads'),
      [`${name}, native, two threads to one`]: ratio('native, two threads', 'native, one thread'),
    }),
  };
}

export const transformers: Benchmark = {
  name: 'transformers',
  about: `Random weights in MiniLM-L6's exact shape on ${PASSAGES} passages of ${MIX_MIN_TOKENS} to ${MIX_MAX_TOKENS} tokens, spread evenly by their logarithm (mean 93), tokenizing included, model loaded, median of ${ROUNDS}; beside it what a second core gives to arithmetic alone; limits: two workers 1.8 times one, 4.5 times padded batches of 32, .34 of native ONNX Runtime`,
  run,
};
