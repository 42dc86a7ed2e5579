/** `kerbside restore`: the store as it was in a back-up. */
import { ok } from '../../shared/kernel/result.ts';
import { restoreStore } from '../jobs/restore-store.ts';
import type { Command } from './command.ts';
import { existingFlag, PASSPHRASE_FLAG, passphraseFlag, pathFlag } from './common-flags.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'put a store back as it was in a back-up',
  flags: {
    store: { value: 'FILE', help: 'the store to put back', required: true },
    from: { value: 'FILE', help: 'the back-up', required: true },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  run: async (input) => {
    const from = existingFlag(input, 'from');
    if (!from.ok) return from;
    const passphrase = passphraseFlag(input);
    if (!passphrase.ok) return passphrase;
    const store = pathFlag(input, 'store');
    const restored = restoreStore(
      { store, from: from.value, passphrase: passphrase.value },
      input.ctx,
    );
    if (!restored.ok) return restored;
    return ok({
      exit: 0,
      json: { store, from: from.value, kept_aside: restored.value.kept_aside },
      lines: [
        `Restored ${store} from ${from.value}.`,
        ...(restored.value.kept_aside === null
          ? []
          : [`The store as it was lies at ${restored.value.kept_aside}.`]),
      ],
    });
  },
};
