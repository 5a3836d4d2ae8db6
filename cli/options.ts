import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** What a command line says: options of several values, and of one. */
export interface Options<List extends string, Single extends string> {
  /** Values of each list, in the order given; empty if the option is not there. */
  readonly lists: Readonly<Record<List, readonly string[]>>;
  readonly singles: Readonly<Partial<Record<Single, string>>>;
}

/**
 * Reads options of which some take as many values as follow: `--training a b --out c d.json`.
 *
 * @throws UsageError for a word that belongs to no option; TypeError of Node for an unknown option
 */
export function readOptions<List extends string, Single extends string>(
  args: readonly string[],
  { lists, singles }: { readonly lists: readonly List[]; readonly singles: readonly Single[] },
): Options<List, Single> {
  const named = <K extends string>(names: readonly K[], multiple: boolean) =>
    names.map((name) => [name, { type: 'string', multiple }] as const);
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([...named(lists, true), ...named(singles, false)]),
  });
  const many = Object.fromEntries(lists.map((name) => [name, [] as string[]]));
  const one: Record<string, string> = {};
  let open: string[] | undefined;
  for (const token of tokens) {
    if (token.kind === 'option') {
      open = many[token.name];
      if (open) open.push(token.value);
      else one[token.name] = token.value;
    } else if (token.kind === 'positional') {
      if (!open) throw new UsageError(`${token.value} belongs to no option.`);
      open.push(token.value);
    }
  }
  return { lists: many, singles: one } as unknown as Options<List, Single>;
}

/** A whole number that the generator can be seeded with. @throws UsageError */
export function readSeed(value: string | undefined, fallback: number): number {
  const seed = value === undefined ? fallback : Number(value);
  if (!Number.isSafeInteger(seed) || seed < 0 || value === '') {
    throw new UsageError(`--seed takes a whole number from 0 on, not ${value ?? ''}.`);
  }
  return seed;
}
