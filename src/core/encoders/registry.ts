import { AppError } from '../errors.ts';
import type { EncoderSpec } from './encoder.ts';

/** An encoder that a site offers, with the folder that its files lie in. */
export interface RegisteredEncoder extends EncoderSpec {
  /** Relative to the registry's own folder; ends in a slash. */
  readonly path: string;
}

/** The encoders that a site offers. */
export interface EncoderRegistry {
  readonly encoders: readonly RegisteredEncoder[];
  readonly default: RegisteredEncoder;
}

/** The version of the file's form that this code reads. */
const SCHEMA = 1;

const KINDS: readonly EncoderSpec['kind'][] = ['static', 'transformer'];
const DTYPES: readonly EncoderSpec['dtype'][] = ['int8', 'float16', 'float32', 'q8'];
const POOLINGS: readonly EncoderSpec['pooling'][] = ['mean', 'cls'];

/**
 * Reads `models/registry.json`: `{ "schema": 1, "default": id, "encoders": [EncoderSpec & path] }`.
 * @throws AppError `model-corrupt`, whose reason names the entry and the field
 */
export function parseRegistry(json: string): EncoderRegistry {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    throw corrupt('registry', 'it is not JSON');
  }
  const { schema, default: defaultId, encoders: entries } = asRecord(file, 'registry');
  if (schema !== SCHEMA) throw corrupt('registry', `schema ${String(schema)} instead of ${SCHEMA}`);
  if (!Array.isArray(entries)) throw corrupt('registry', 'it lists no encoders');
  const encoders = entries.map(readEntry);
  const ids = new Set(encoders.map(({ id }) => id));
  if (ids.size < encoders.length) throw corrupt('registry', 'two encoders have the same id');
  const standard = encoders.find(({ id }) => id === defaultId);
  if (!standard) throw corrupt('registry', 'the default is not among the encoders');
  return { encoders, default: standard };
}

function readEntry(value: unknown, index: number): RegisteredEncoder {
  const entry = asRecord(value, `encoder ${index + 1}`);
  const name = typeof entry.id === 'string' ? entry.id : `encoder ${index + 1}`;
  const field = <T>(key: string, isValid: (value: unknown) => value is T): T => {
    const found = entry[key];
    if (!isValid(found)) throw corrupt(name, `"${key}" is not valid`);
    return found;
  };
  return {
    id: field('id', isText),
    revision: field('revision', isText),
    kind: field('kind', oneOf(KINDS)),
    name: field('name', isText),
    dims: field('dims', isCount),
    dtype: field('dtype', oneOf(DTYPES)),
    pooling: field('pooling', oneOf(POOLINGS)),
    maxTokens: field('maxTokens', (v): v is number | null => v === null || isCount(v)),
    ...prefixOf(entry, name),
    licence: field('licence', isText),
    path: field('path', isFolder),
    ...(entry.golden !== undefined && { golden: field('golden', isFile) }),
  };
}

/** Optional, and for transformers alone: the rows of a static model know no sentence before them. */
function prefixOf({ kind, prefix }: Record<string, unknown>, name: string): { prefix?: string } {
  if (prefix === undefined) return {};
  if (kind !== 'transformer' || !isText(prefix)) throw corrupt(name, '"prefix" is not valid');
  return { prefix };
}

function asRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw corrupt(name, 'it is not an object');
  }
  return value as Record<string, unknown>;
}

function corrupt(encoder: string, reason: string): AppError {
  return new AppError('model-corrupt', { encoder, file: 'registry.json', reason });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** A path that stays below the registry's folder on every host. */
function isFolder(value: unknown): value is string {
  return isText(value) && /^(?:[\w-][\w.-]*\/)+$/.test(value);
}

/** The name of a file in the model's own folder. */
function isFile(value: unknown): value is string {
  return isText(value) && /^\w[\w.-]*$/.test(value);
}

function oneOf<T>(values: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => values.includes(value as T);
}
