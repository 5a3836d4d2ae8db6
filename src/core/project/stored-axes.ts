import type { OwnAxis, OwnExample } from '../stance/own-axis.ts';
import type { Pole } from '../stance/types.ts';
import type { AppError } from '../errors.ts';
import { identity, list, string } from './checked.ts';
import type { Fields } from './migrate.ts';
import { SCHEMA } from './records.ts';
import { reviveEach } from './revive.ts';

/** An axis of the reader's own as stored and as written to a project file: JSON, nothing else. */
export interface StoredAxis extends OwnAxis {
  readonly schema: number;
  /** Place among the axes, ascending; gaps and repeats are fine. */
  readonly order: number;
}

/** Port: the reader's own axes, written one by one, so that two tabs add to each other's work. */
export interface AxisStore {
  /** As found: of any schema, perhaps damaged. @throws AppError `storage-unavailable` */
  load(): Promise<readonly unknown[]>;
  /** @throws AppError `storage-full`, `storage-unavailable` */
  save(edit: AxisEdit): Promise<void>;
  /** Tells other tabs what was written here. */
  announce(edit: AxisEdit): void;
  /** Calls back with what other tabs announce. */
  watch(announced: (edit: AxisEdit) => void): void;
}

/** Axes to write and ids of those to remove. */
export interface AxisEdit {
  readonly put: readonly StoredAxis[];
  readonly delete: readonly string[];
}

export function storeAxis(axis: OwnAxis, order: number): StoredAxis {
  const { id, name, positive, negative, examples } = axis;
  return { schema: SCHEMA, id, name, positive, negative, examples, order };
}

/**
 * Stored axes in their order, checked one by one: a damaged one is left out with a problem.
 *
 * @throws AppError `storage-newer` if any is of a later release
 */
export function reviveAxes(records: readonly unknown[]): {
  readonly axes: readonly OwnAxis[];
  readonly problems: readonly AppError[];
} {
  const problems: AppError[] = [];
  const axes = reviveEach(records, 'axis', readAxis, problems);
  return { axes, problems };
}

function readAxis(fields: Fields): OwnAxis {
  const { id, name, positive, negative, examples } = fields;
  return {
    id: identity(id),
    name: string(name),
    positive: string(positive),
    negative: string(negative),
    examples: list(examples).map((example) => readExample(example as Fields)),
  };
}

function readExample({ kind, pole, document, text, topic }: Fields): OwnExample {
  return kind === 'document'
    ? { kind, pole: readPole(pole), document: identity(document) }
    : { kind: 'written', pole: readPole(pole), text: string(text), topic: string(topic) };
}

function readPole(value: unknown): Pole {
  if (value === 1 || value === -1) return value;
  throw new TypeError('no pole');
}
