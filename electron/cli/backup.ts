/** `kerbside backup`: a verified copy of the store under the same passphrase. */
import { existsSync } from 'node:fs';
import { fail, ok } from '../../shared/kernel/result.ts';
import { backupStore } from '../jobs/backup-store.ts';
import type { Command } from './command.ts';
import { PASSPHRASE_FLAG, pathFlag, STORE_FLAG, withStore } from './common-flags.ts';
import { makeWhole } from '../files/whole-file.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'write a verified copy of the store',
  flags: {
    store: STORE_FLAG,
    out: { value: 'FILE', help: 'the copy to write; it must not exist', required: true },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  run: (input) =>
    withStore(input, ({ store }) => {
      const out = pathFlag(input, 'out');
      if (existsSync(out)) {
        return fail('already_there', `There is a file at ${out} already.`, 'Name another file.', {
          path: out,
        });
      }
      const made = makeWhole(out, (temporary) => backupStore(store, temporary, input.ctx));
      if (!made.ok) return made;
      return ok({
        exit: 0,
        json: { out, bytes: made.value.bytes, verified: true },
        lines: [`Backed up to ${out} (${made.value.bytes} bytes, verified).`],
      });
    }),
};
