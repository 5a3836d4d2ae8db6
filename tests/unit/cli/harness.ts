import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, vi } from 'vitest';

/** A folder of a test's own, and what the command line says; both fresh for every test. */
export interface Workplace {
  readonly folder: string;
  /** Lines on either stream. */
  readonly said: string[];
  /** Writes a file below the folder; gives its path. */
  readonly file: (name: string, content: string) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
}

export function workplace(): Workplace {
  const said: string[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parable-cli-'));
    said.length = 0;
    const hear = (line: string): void => void said.push(line);
    vi.spyOn(console, 'log').mockImplementation(hear);
    vi.spyOn(console, 'error').mockImplementation(hear);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
    await rm(folder, { recursive: true });
  });
  return {
    said,
    get folder() {
      return folder;
    },
    async file(name, content) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    },
    read: (name) => readFile(join(folder, name), 'utf8'),
  };
}

/** What a published schema has against some data; null for nothing. */
export async function against(schema: 'report' | 'scores', data: unknown): Promise<string | null> {
  const load = async (name: string) =>
    JSON.parse(await readFile(`docs/schema/${name}.schema.json`, 'utf8')) as { $id: string };
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  for (const name of ['report', 'scores']) ajv.addSchema(await load(name));
  const { $id } = await load(schema);
  return ajv.validate($id, data) ? null : ajv.errorsText();
}
