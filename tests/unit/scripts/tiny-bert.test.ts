import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../../scripts/tiny-bert.ts';

test('writes the same small model each time', async () => {
  const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'tiny-bert-'))));
  await Promise.all(folders.map((folder) => main([folder, 'q8'])));
  const [first, second] = await Promise.all(
    folders.map((folder) => readFile(join(folder, 'onnx/model_quantized.onnx'))),
  );
  expect(first!.equals(second!)).toBe(true);
  expect((await stat(join(folders[0]!, 'onnx/model_quantized.onnx'))).size).toBeLessThan(400_000);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

test.each([[[]], [['folder', 'q2']]])('explains its usage when called with %j', async (args) => {
  await expect(main(args)).rejects.toThrow('Usage');
});
