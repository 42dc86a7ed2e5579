/** `kerbside demo`: the invented county, as a store in clear, or encrypted where a passphrase is given. */
import { statSync } from 'node:fs';
import { ok } from '../../shared/kernel/result.ts';
import { LEAST_CLIENTS, MOST_CLIENTS } from '../../shared/demo/demo-county.ts';
import { makeDemo } from '../jobs/make-demo.ts';
import type { Command } from './command.ts';
import {
  numberFlag,
  PASSPHRASE_FLAG,
  passphraseFlag,
  pathFlag,
  SEED_FLAG,
  seedFlag,
} from './common-flags.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'make the demonstration county: every child in it is invented',
  flags: {
    store: { value: 'FILE', help: 'the store to make; it must not exist', required: true },
    clients: {
      value: 'N',
      help: `how many clients, ${LEAST_CLIENTS} to ${MOST_CLIENTS} (default: as in Kent)`,
    },
    seed: SEED_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  run: async (input) => {
    const seed = seedFlag(input);
    if (!seed.ok) return seed;
    const clients = numberFlag(input, 'clients', {
      min: LEAST_CLIENTS,
      max: MOST_CLIENTS,
      whole: true,
    });
    if (!clients.ok) return clients;
    const passphrase = passphraseFlag(input);
    if (!passphrase.ok) return passphrase;
    const path = pathFlag(input, 'store');
    const made = makeDemo(
      path,
      { clients: clients.value ?? null, seed: seed.value, passphrase: passphrase.value },
      input.ctx,
    );
    if (!made.ok) return made;
    const bytes = statSync(path).size;
    return ok({
      exit: 0,
      json: { path, seed: seed.value, bytes, invented: true },
      lines: [`Made the demonstration county (invented data) at ${path}.`],
    });
  },
};
