import { AppError } from '../errors.ts';

/**
 * The fields of one object of a file, each read once and checked.
 * Every method throws AppError `predictions-malformed` naming entry and field.
 */
export class Fields {
  readonly #name: string;
  readonly #values: Map<string, unknown>;

  /** @param name of the entry, for errors */
  constructor(value: unknown, name: string) {
    this.#name = name;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw malformed(name, 'it is not an object');
    }
    this.#values = new Map(Object.entries(value));
  }

  text(key: string): string {
    return this.#take(key, isText);
  }

  /** Text that is one of `choices`. */
  oneOf<T extends string>(key: string, choices: readonly T[]): T {
    return this.#take(key, (value): value is T => choices.includes(value as T));
  }

  /** At least `fewest` texts, all different. */
  texts(key: string, fewest: number): readonly string[] {
    return this.#take(
      key,
      (value): value is string[] =>
        Array.isArray(value) &&
        value.length >= fewest &&
        value.every(isText) &&
        new Set(value).size === value.length,
    );
  }

  /** Between 0 and 1, both excluded. */
  share(key: string): number {
    return this.#take(
      key,
      (value): value is number => typeof value === 'number' && value > 0 && value < 1,
    );
  }

  /** Whole, at least 1. */
  count(key: string): number {
    return this.#take(
      key,
      (value): value is number => Number.isSafeInteger(value) && (value as number) > 0,
    );
  }

  /** False if it is absent. */
  flag(key: string): boolean {
    if (!this.#values.has(key)) return false;
    return this.#take(key, (value) => typeof value === 'boolean');
  }

  /** An object, and the fields of it. */
  fields(key: string): Fields {
    return new Fields(this.#take(key, isPresent), `${this.#name}, ${key}`);
  }

  list(key: string): readonly unknown[] {
    return this.#take(key, (value): value is unknown[] => Array.isArray(value));
  }

  /** Says that all fields have been read: a misspelt one would otherwise be nothing at all. */
  end(): void {
    for (const key of this.#values.keys()) throw malformed(this.#name, `“${key}” is not known`);
  }

  #take<T>(key: string, isValid: (value: unknown) => value is T): T {
    const value = this.#values.get(key);
    if (!isValid(value)) throw malformed(this.#name, `“${key}” is not valid`);
    this.#values.delete(key);
    return value;
  }
}

export function malformed(id: string, reason: string): AppError {
  return new AppError('predictions-malformed', { id, reason });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isPresent(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
