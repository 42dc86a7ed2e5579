/** `npm run -s kerbside -- COMMAND`: the same use cases from a terminal. Compiled code is kept between runs. */
import { keepCompiled } from './keep-compiled.ts';

keepCompiled();
const { runCommand } = await import('./cli/run-command.ts');

// The last step says how it ended even where a library left a timer or a thread behind.
process.exit(await runCommand(process.argv.slice(2)));
