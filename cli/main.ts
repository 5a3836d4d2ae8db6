import { AppError } from '../src/core/errors.ts';
import { errorWords } from '../src/ui/words/errors.ts';
import type { Command } from './command.ts';
import { axis } from './axis.ts';
import { embed } from './embed.ts';
import { relate } from './relate.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS: Readonly<Record<string, Command>> = { axis, embed, relate };

const HELP = `parable COMMAND …

${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}

parable COMMAND --help tells more.`;

/** The command line: `npm run parable -- embed notes.txt --out notes.npy`. */
export async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    console.log(HELP);
    if (name !== undefined && name !== '--help') throw new Error(`There is no command ${name}.`);
    return;
  }
  if (rest.includes('--help')) {
    console.log(command.help);
    return;
  }
  const problems = await command.run(rest).catch((thrown: unknown) => {
    throw new Error(said(thrown, name ?? ''), { cause: thrown });
  });
  for (const problem of problems) console.error(said(problem, ''));
  if (problems.length > 0) process.exitCode = 1;
}

function said(thrown: unknown, name: string): string {
  if (thrown instanceof AppError) {
    const { what, remedy } = errorWords(thrown as AppError);
    return `${what} ${remedy}`;
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const usage = thrown instanceof UsageError || (thrown instanceof TypeError && 'code' in thrown);
  return usage ? `${message}\nparable ${name} --help tells more.` : message;
}
