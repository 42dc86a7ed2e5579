/** `npm start`: builds what is stale, opens the demonstration county, and shows it in Electron or in a browser. */
import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseIsoDate, type IsoDate } from '../shared/calendar/dates.ts';
import { fail } from '../shared/kernel/result.ts';
import { createDispatch } from './api/dispatch.ts';
import { startBrowserMode } from './browser-mode.ts';
import { buildStale, ROOT } from './build.ts';
import { createHost } from './create-host.ts';
import { dataFolder } from './data-folder.ts';
import { machineDate } from './machine-date.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    store: { type: 'string' },
    'passphrase-file': { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    renderer: { type: 'string' },
    on: { type: 'string' },
  },
});

const here = process.env['INIT_CWD'] ?? process.cwd();
const on = values.on === undefined ? null : parseIsoDate(values.on);
const version = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }
).version;

if (values.renderer === undefined) {
  await buildStale(['page'], (line) => {
    console.error(line);
  });
}
const composed = createHost({
  shell: 'browser',
  version,
  dataFolder: dataFolder(),
  doors: await loadDoors(),
  date: (): IsoDate => on ?? machineDate(),
});
if (values.store !== undefined) {
  const file = values['passphrase-file'];
  const passphrase =
    file === undefined ? undefined : readFileSync(resolve(here, file), 'utf8').trimEnd();
  const opened = composed.host.stores.open(resolve(here, values.store), passphrase);
  if (!opened.ok) console.error(`${opened.error.cause} ${opened.error.action}`);
}
const served = await startBrowserMode({
  renderer:
    values.renderer === undefined ? join(ROOT, 'build/renderer') : resolve(here, values.renderer),
  dispatch: createDispatch(composed.host, (channel, bug) => {
    console.error(channel, bug);
  }),
  files: composed.host.files,
  listen: composed.listen,
  port: values.port === undefined ? 0 : Number(values.port),
});
console.log(`Kerbside: ${served.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void served
      .close()
      .then(composed.close)
      .then(() => {
        process.exit(0);
      });
  });
}

async function loadDoors() {
  return import('./store-doors.ts').then(
    (module) => module.storeDoors,
    () => ({
      open: () => fail('not_built', 'Stores cannot be opened yet.', 'Use a later version.'),
      create: () => fail('not_built', 'Stores cannot be made yet.', 'Use a later version.'),
      describe: () => {
        throw new Error('no store');
      },
    }),
  );
}
