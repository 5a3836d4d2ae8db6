import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../../scripts/fetch-model.ts';
import { tinyBert, TINY_DIMS } from '../../../../scripts/onnx/tiny-bert-files.ts';
import { tinyStatic } from '../../../../scripts/tiny-static.ts';
import { parseRegistry } from '../../../../src/core/encoders/registry.ts';
import { sha256 } from '../../platform/hub/fake-hub.ts';

const COMMIT = 'd'.repeat(40);
const HUB = 'https://mirror.example/hub';

let out: string;
/** Bytes of the weights after which the connection breaks. */
let breaksAfter: number;
let asked: string[];
/** What the mirror's one model is made of. */
let files: ReadonlyMap<string, Uint8Array>;

beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'parable-models-'));
  await writeFile(path.join(out, 'registry.json'), await readFile('public/models/registry.json'));
  breaksAfter = Infinity;
  asked = [];
  files = tinyStatic(1);
  vi.stubGlobal('fetch', answer);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await rm(out, { recursive: true });
});

/** A mirror with one model. */
async function answer(url: string, { headers }: RequestInit): Promise<Response> {
  const range = new Headers(headers).get('range') ?? '';
  asked.push(`${url.replace(HUB, '')} ${range}`.trim());
  if (url.startsWith(`${HUB}/api/models/owner/tiny/revision/`)) {
    const siblings = Array.from(files, ([rfilename, content]) => ({
      rfilename,
      size: content.length,
      lfs: { sha256: sha256(content) },
    }));
    return Response.json({ sha: COMMIT, cardData: { license: 'mit' }, siblings });
  }
  const name = url.replace(`${HUB}/owner/tiny/resolve/${COMMIT}/`, '');
  const content = files.get(name);
  if (!content) return new Response('', { status: 404 });
  const from = Number(/\d+/.exec(range)?.[0] ?? 0);
  const end = name === 'model.safetensors' ? breaksAfter : Infinity;
  return new Response(Uint8Array.from(content.slice(from, end)), { status: range ? 206 : 200 });
}

const run = (...args: string[]) => main([...args, '--hub', `${HUB}/`, '--out', out]);
const registry = async () => parseRegistry(await readFile(path.join(out, 'registry.json'), 'utf8'));

describe('fetching a model for hosting', () => {
  it('puts its files in place and adds it to the registry, once', async () => {
    await run('owner/tiny');
    await run('owner/tiny', '--revision', COMMIT);
    const folder = path.join(out, 'owner/tiny');
    expect((await readdir(folder)).sort()).toEqual([...tinyStatic(1).keys()].sort());
    for (const [name, content] of tinyStatic(1)) {
      expect(sha256(await readFile(path.join(folder, name)))).toBe(sha256(content));
    }
    const { default: standard, encoders } = await registry();
    expect(standard.id).toBe('parable-static-100d');
    expect(encoders.map(({ id }) => id)).toEqual(['parable-static-100d', 'owner/tiny']);
    expect(encoders[1]).toMatchObject({ path: 'owner/tiny/', licence: 'mit', dims: 8 });
  });

  it('only prints the entry if it shall not be added', async () => {
    const log = vi.mocked(console.log);
    await run('owner/tiny', '--no-register');
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({ id: 'owner/tiny' });
    expect((await registry()).encoders).toHaveLength(1);
  });

  it('goes on after a break, and registers nothing before', async () => {
    breaksAfter = 5000;
    await expect(run('owner/tiny')).rejects.toThrow(/broke off; .* They are kept/);
    expect((await registry()).encoders).toHaveLength(1);
    breaksAfter = Infinity;
    await run('owner/tiny');
    expect(asked.at(-1)).toBe(`/owner/tiny/resolve/${COMMIT}/model.safetensors bytes=5000-`);
    expect((await registry()).encoders).toHaveLength(2);
  });

  it('hosts a transformer under what its files say', async () => {
    files = tinyBert({ types: ['float32', 'q8'], pooling: 'cls', maxTokens: 32 });
    await run('owner/tiny');
    const folder = path.join(out, 'owner/tiny');
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'config.json',
      'onnx',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    expect((await registry()).encoders[1]).toMatchObject({
      kind: 'transformer',
      dims: TINY_DIMS,
      dtype: 'q8',
      pooling: 'cls',
      maxTokens: 32,
      licence: 'mit',
      path: 'owner/tiny/',
    });
    await run('owner/tiny', '--dtype', 'float32', '--prefix', 'query:');
    const { encoders } = await registry();
    expect(encoders).toHaveLength(2);
    expect(encoders[1]).toMatchObject({ dtype: 'float32', prefix: 'query: ' });
  });

  it('asks for what a transformer’s files do not tell, before it downloads anything large', async () => {
    files = tinyBert();
    await expect(run('owner/tiny')).rejects.toThrow(/add --pooling mean or --pooling cls/);
    await expect(run('owner/tiny', '--pooling', 'max')).rejects.toThrow(/"mean" or "cls"/);
    await expect(run('owner/tiny', '--dtype', 'q8')).rejects.toThrow(/It has: float32/);
    expect(asked.filter((each) => each.includes('.onnx'))).toEqual([]);
    await run('owner/tiny', '--pooling', 'mean');
    expect((await registry()).encoders[1]).toMatchObject({ pooling: 'mean', dtype: 'float32' });
  });

  it.each([
    [['../x'], /Name one model/],
    [[], /Name one model/],
    [['a/b', 'c/d'], /Name one model/],
    [['owner/tiny', '--revision', 'dev'], /A revision is "main" or a commit/],
    [['owner/none'], /no model|does not|has no/],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
