import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

/** Where the SIMD kernel stands as text, and as what is made of it. */
export const KERNEL_SOURCE = 'src/core/space/cosines.wat';
export const KERNEL_MODULE = 'src/core/space/cosines-wasm.ts';

/** Assembles the SIMD kernel into the module that ships: `npm run build:kernel`. */
export async function main(): Promise<void> {
  const module = await kernelModule(await readFile(KERNEL_SOURCE, 'utf8'));
  await writeFile(KERNEL_MODULE, module);
  console.log(`${KERNEL_MODULE}: ${module.length} characters`);
}

/** The module that holds the bytes of a kernel. @throws Error where the text is wrong */
export async function kernelModule(source: string): Promise<string> {
  const { parseWat } = await wabt();
  const parsed = parseWat(KERNEL_SOURCE, source, { simd: true });
  try {
    parsed.validate();
    const bytes = Buffer.from(parsed.toBinary({}).buffer);
    return `/** \`cosines.wat\` as WebAssembly, base64; made by \`npm run build:kernel\`. */
export const COSINES_WASM =
  '${bytes.toString('base64')}';
`;
  } finally {
    parsed.destroy();
  }
}
