/** `kerbside check`: the store's integrity, the audit of its plan and the sums of its bill. */
import { ok } from '../../shared/kernel/result.ts';
import { checkStore } from '../jobs/check-store.ts';
import type { Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, withStore } from './common-flags.ts';

export const check: Command = {
  name: 'check',
  summary: 'look for damage in the store, broken rules in the plan and sums that do not add up',
  flags: { store: STORE_FLAG, on: ON_FLAG, 'passphrase-file': PASSPHRASE_FLAG },
  notes: 'Ends with 1 when anything is found.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const findings = checkStore(store, on);
      return ok({
        exit: findings.length > 0 ? 1 : 0,
        json: { findings },
        lines: [
          ...findings.map((finding) => `${finding.code}: ${finding.text}`),
          findings.length === 0 ? 'Nothing found.' : `${findings.length} findings.`,
        ],
      });
    }),
};
