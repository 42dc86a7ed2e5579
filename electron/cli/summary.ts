/** `kerbside summary`: the headline figures. */
import { ok } from '../../shared/kernel/result.ts';
import { summarise } from '../jobs/summary.ts';
import type { Command } from './command.ts';
import { headlines } from './headlines.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, withStore } from './common-flags.ts';

export const summary: Command = {
  name: 'summary',
  summary: 'headline figures: children without transport first',
  flags: { store: STORE_FLAG, on: ON_FLAG, 'passphrase-file': PASSPHRASE_FLAG },
  notes: 'Ends with 1 when children are unallocated.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const figures = summarise(store, on);
      return ok({
        exit: figures.unallocated > 0 ? 1 : 0,
        json: { ...figures },
        lines: headlines(figures),
      });
    }),
};
