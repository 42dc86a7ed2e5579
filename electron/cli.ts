/** `npm run -s kerbside -- COMMAND`: the same use cases from a terminal. Compiled code is kept between runs. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../build/compile-cache'));
const { runCommand } = await import('./cli/run-command.ts');

// The last step says how it ended even where a library left a timer or a thread behind.
process.exit(await runCommand(process.argv.slice(2)));
