/** Finds, parses and runs one command of the terminal, and prints what it answered. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDamage } from '../../db/backup.ts';
import { fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import {
  helpOf,
  parserOptions,
  type Answer,
  type Command,
  type CommandInput,
  type Flags,
} from './command.ts';
import { isUseFailure, usage } from './common-flags.ts';
import { progressTo } from './progress.ts';

/** Each command is loaded when it is called, so that a small one starts quickly. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).demo,
  import: async () => (await import('./import.ts')).importCommand,
  plan: async () => (await import('./plan.ts')).plan,
  chains: async () => (await import('./chains.ts')).chains,
  invoices: async () => (await import('./invoices.ts')).invoices,
  monitor: async () => (await import('./monitor.ts')).monitorCommand,
  plans: async () => (await import('./plans.ts')).plansCommand,
  solve: async () => (await import('./solve.ts')).solve,
  'what-if': async () => (await import('./what-if.ts')).whatIfCommand,
  repair: async () => (await import('./repair.ts')).repairCommand,
  offers: async () => (await import('./offers.ts')).offersCommand,
  pressure: async () => (await import('./pressure.ts')).pressureCommand,
  claim: async () => (await import('./claim.ts')).claimCommand,
  placements: async () => (await import('./placements.ts')).placementsCommand,
  forecast: async () => (await import('./forecast.ts')).forecastCommand,
  summary: async () => (await import('./summary.ts')).summary,
  status: async () => (await import('./status.ts')).statusCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  decide: async () => (await import('./decide.ts')).decideCommand,
  remind: async () => (await import('./remind.ts')).remindCommand,
  work: async () => (await import('./work.ts')).workCommand,
  letters: async () => (await import('./letters.ts')).lettersCommand,
  papers: async () => (await import('./papers.ts')).papersCommand,
  'route-sheets': async () => (await import('./route-sheets.ts')).routeSheetsCommand,
  lots: async () => (await import('./lots.ts')).lotsCommand,
  'family-details': async () => (await import('./family-details.ts')).familyDetailsCommand,
  notices: async () => (await import('./notices.ts')).noticesCommand,
  changes: async () => (await import('./changes.ts')).changesCommand,
  'appeal-pack': async () => (await import('./appeal-pack.ts')).appealPackCommand,
  history: async () => (await import('./history.ts')).historyCommand,
  tif: async () => (await import('./tif.ts')).tifCommand,
  check: async () => (await import('./check.ts')).check,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  'roads import': async () => (await import('./roads-import.ts')).roadsImport,
  'roads table': async () => (await import('./roads-table.ts')).roadsTable,
  'roads path': async () => (await import('./roads-path.ts')).roadsPathCommand,
};

/** The folder where the command was typed: npm changes to the project's and says where it was. */
const typedIn = process.env['INIT_CWD'] ?? process.cwd();

async function listOfCommands(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)} ${summary}`);
  return [
    'kerbside COMMAND [flags]',
    '',
    ...lines,
    '',
    'kerbside COMMAND --help says more.',
    '',
  ].join('\n');
}

interface Parsed {
  readonly flags: Flags;
  readonly positionals: readonly string[];
}

function parse(command: Command, args: readonly string[]): Result<Parsed> {
  const seeHelp = `See kerbside ${command.name} --help.`;
  let parsed: Parsed;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: parserOptions(command),
      allowPositionals: true,
      strict: true,
    });
    parsed = { flags: values as Flags, positionals };
  } catch (error) {
    return usage(`${useProblem(error)}.`, seeHelp);
  }
  if (parsed.flags['help'] === true) return ok(parsed);
  const missing = Object.entries(command.flags)
    .filter(([name, flag]) => flag.required === true && isBlank(parsed.flags[name]))
    .map(([name]) => `--${name}`);
  if (missing.length > 0) return usage(`${missing.join(', ')} must be given.`, seeHelp);
  const { min, max, name } = command.paths ?? { min: 0, max: 0, name: '' };
  if (parsed.positionals.length < min) return usage(`${name} must be given.`, seeHelp);
  const extra = parsed.positionals[max];
  if (extra !== undefined) return usage(`${extra} was not expected.`, seeHelp);
  return ok(parsed);
}

/** The parser's first sentence: what follows it advises on spellings that nobody here needs. */
function useProblem(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
  const flag = /'(--[\w-]+)/.exec(text)?.[1] ?? '';
  if (/argument (missing|is ambiguous)/.test(text)) return `${flag} needs a value`;
  return text.split('. ')[0] ?? text;
}

function isBlank(value: string | boolean | undefined): boolean {
  return value === undefined || value === '';
}

/** Writes all of a text before the process may end. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done) => {
    stream.write(text, () => {
      done();
    });
  });
}

async function printFailure(error: Failure, json: boolean): Promise<number> {
  const { code, cause, action, details = {} } = error;
  if (json) {
    await write(process.stdout, `${JSON.stringify({ code, cause, action, details })}\n`);
  } else {
    await write(process.stderr, `${cause} ${action}\n`);
  }
  return isUseFailure(code) ? 2 : 1;
}

async function printAnswer(answer: Answer, json: boolean): Promise<number> {
  const text = json ? JSON.stringify(answer.json) : answer.lines.join('\n');
  await write(process.stdout, `${text}\n`);
  return answer.exit;
}

/** The terminal's top: a bug is caught here alone, with its stack on stderr and a failure like any other for scripts. */
async function runOrReport(command: Command, input: CommandInput): Promise<Result<Answer>> {
  try {
    return await command.run(input);
  } catch (bug) {
    if (isDamage(bug)) {
      return fail(
        'store_damaged',
        'Part of the store cannot be read: the file is damaged.',
        'Restore a back-up from the folder beside the store.',
      );
    }
    process.stderr.write(`${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`);
    return fail(
      'bug',
      `Something in Kerbside went wrong (${bug instanceof Error ? bug.message : String(bug)}).`,
      'Nothing was changed by it. Run kerbside check on the store, and report this if it stays.',
      { command: command.name },
    );
  }
}

/** The command's name and what follows it: some names are two words, as `roads import`. */
function nameOf(args: readonly string[]): {
  readonly name: string;
  readonly rest: readonly string[];
} {
  const [first = '', second = ''] = args;
  const both = `${first} ${second}`;
  const isTwo = Object.hasOwn(COMMANDS, both);
  return isTwo ? { name: both, rest: args.slice(2) } : { name: first, rest: args.slice(1) };
}

/** Runs what was typed after `kerbside` and returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { name, rest } = nameOf(args);
  const json = rest.includes('--json');
  if (name === '--help' || name === '-h' || name === 'help') {
    await write(process.stdout, await listOfCommands());
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const cause = name === '' ? 'No command was given.' : `There is no command ${name}.`;
    const names = Object.keys(COMMANDS).join(', ');
    return printFailure(usage(cause, `Give one of ${names}.`).error, args.includes('--json'));
  }
  const command = await load();
  const parsed = parse(command, rest);
  if (!parsed.ok) return printFailure(parsed.error, json);
  if (parsed.value.flags['help'] === true) {
    await write(process.stdout, helpOf(command));
    return 0;
  }
  const at = (path: string) => resolve(typedIn, path);
  const progress = progressTo(process.stderr);
  const result = await runOrReport(command, {
    flags: parsed.value.flags,
    paths: parsed.value.positionals.map(at),
    resolve: at,
    ctx: progress.ctx,
  });
  progress.end();
  return result.ok ? printAnswer(result.value, json) : printFailure(result.error, json);
}
