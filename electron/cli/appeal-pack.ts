/** `kerbside appeal-pack`: the pack of one application, on the facts as they stood, as one .pdf. */
import { ok } from '../../shared/kernel/result.ts';
import { appealPack } from '../jobs/appeal-pack.ts';
import type { Command } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  withStore,
} from './common-flags.ts';
import { writeWhole } from '../files/whole-file.ts';

export const appealPackCommand: Command = {
  name: 'appeal-pack',
  summary: 'write the appeal pack of one application as a .pdf',
  flags: {
    store: STORE_FLAG,
    ref: { value: 'REF', help: 'the application', required: true },
    out: { value: 'FILE', help: 'the file to write', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Needs a decision that is signed here, and Chromium. A protected address is left out. Nothing in the store changes.',
  run: (input) => {
    const ref = textFlag(input, 'ref') ?? '';
    const out = pathFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const made = await appealPack(store, { ref, on }, input.ctx);
      if (!made.ok) return made;
      const written = writeWhole(out, made.value.bytes);
      if (!written.ok) return written;
      const bytes = made.value.bytes.byteLength;
      return ok({
        exit: 0,
        json: { out, ref, on, bytes },
        lines: [`Wrote ${out} (${bytes} bytes).`],
      });
    });
  },
};
