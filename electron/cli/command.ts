/** What every command of the terminal is made of. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Result } from '../../shared/kernel/result.ts';
import type { JobContext } from '../jobs/context.ts';

/** A command's flags after parsing: only strings and switches are used. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** What a command is given. */
export interface CommandInput {
  readonly flags: Flags;
  /** Absolute paths. */
  readonly paths: readonly string[];
  /** Resolves against the folder where the command was typed. */
  readonly resolve: (path: string) => string;
  /** Progress, to stderr. */
  readonly ctx: JobContext;
}

/** What a command answers: an object for `--json`, lines for a person. */
export interface Answer {
  /** 0: done, nothing refused, unallocated or violated. 1: done with such. Wrong use, 2, never gets here. */
  readonly exit: 0 | 1;
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** One flag for the help text; `value` is what follows it, absent for a switch. */
export interface FlagHelp {
  readonly value?: string;
  readonly help: string;
  readonly required?: boolean;
}

/** A command of the terminal. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly flags: Readonly<Record<string, FlagHelp>>;
  /** Paths after the flags: their name in the help, and how few and how many. */
  readonly paths?: { readonly name: string; readonly min: number; readonly max: number };
  /** What the exit codes mean here, when there is more to say. */
  readonly notes?: string;
  readonly run: (input: CommandInput) => Promise<Result<Answer>>;
}

/** Flags that every command knows. */
export const COMMON_FLAGS: Readonly<Record<string, FlagHelp>> = {
  json: { help: 'one JSON object on stdout' },
  help: { help: 'this text' },
};

/** The flags as node:util's parser wants them. */
export function parserOptions(command: Command): ParseArgsOptionsConfig {
  const options: ParseArgsOptionsConfig = {};
  for (const [name, flag] of Object.entries({ ...command.flags, ...COMMON_FLAGS })) {
    options[name] = { type: flag.value === undefined ? 'boolean' : 'string' };
  }
  return options;
}

/** The text of `--help` for one command. */
export function helpOf(command: Command): string {
  const all = Object.entries({ ...command.flags, ...COMMON_FLAGS });
  const shown = all.map(([name, flag]) => ({
    left: `--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`,
    flag,
  }));
  const width = Math.max(...shown.map(({ left }) => left.length));
  const required = shown.filter(({ flag }) => flag.required === true).map(({ left }) => ` ${left}`);
  const paths = command.paths === undefined ? '' : ` ${command.paths.name}`;
  return [
    `kerbside ${command.name}: ${command.summary}`,
    '',
    `  npm run -s kerbside -- ${command.name}${required.join('')}${paths} [flags]`,
    '',
    ...shown.map(({ left, flag }) => `  ${left.padEnd(width)}  ${flag.help}`),
    ...(command.notes === undefined ? [] : ['', command.notes]),
    '',
  ].join('\n');
}
