import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { KERNEL_MODULE, KERNEL_SOURCE, kernelModule } from '../../../scripts/build-kernel.ts';

it('the kernel that ships is the one that is written', async () => {
  const source = await readFile(KERNEL_SOURCE, 'utf8');
  expect(await readFile(KERNEL_MODULE, 'utf8')).toBe(await kernelModule(source));
  const other = source.replace('f32x4.min', 'f32x4.max');
  expect(await kernelModule(other)).not.toBe(await kernelModule(source));
});

it('refuses a kernel that is wrong', async () => {
  await expect(kernelModule('(module (func (result i32)))')).rejects.toThrow(/cosines\.wat/);
});
