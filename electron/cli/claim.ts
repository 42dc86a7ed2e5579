/** `kerbside claim`: how much of the rise that a provider asks for its costs can explain. */
import { formatPence } from '../../shared/format/money.ts';
import { formatPercentChange } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { claimOn } from '../jobs/claim.ts';
import type { Command } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const claimCommand: Command = {
  name: 'claim',
  summary: 'how much of a rise that a provider asks for its costs can explain',
  flags: {
    store: STORE_FLAG,
    contract: { value: 'REF', help: 'the contract’s number', required: true },
    asked: { value: 'PERCENT', help: 'the rise asked for, such as 12', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Reads and changes nothing. Every share of a price is a setting, or the contract’s own.',
  run: async (input) => {
    const asked = percentOf(textFlag(input, 'asked') ?? '');
    if (asked === null)
      return usage(
        `--asked is ${textFlag(input, 'asked') ?? 'empty'}, which is not a rise in per cent from -90 to 500.`,
        'Give a number, such as --asked 12, --asked 12.5% or --asked=-3.',
      );
    return withStore(input, ({ store, on }) => {
      const found = claimOn(store, on, {
        contract: textFlag(input, 'contract') ?? '',
        asked: asked / 100,
      });
      if (!found.ok) return found;
      const { claim, alike } = found.value;
      const lines = [
        ...claim.sentences,
        ...claim.forces.map(
          ({ label, before, after, before_of, after_of, rise }) =>
            `${label}: ${before === '' || after === '' ? 'not known' : `${before} then (${before_of}), ${after} now (${after_of})`}${rise === null ? '' : ` (${formatPercentChange(rise)})`}`,
        ),
        ...alike.sentences,
        ...claim.gaps,
        `Asked: ${formatPence(claim.asked_day_pence)} a day on ${formatPence(claim.price_day_pence)}, ${formatPence(claim.asked_year_pence)} a year.`,
      ];
      return ok({
        exit: 0,
        json: { ...claim, alike: { ...alike, count: alike.routes.length } },
        lines,
      });
    });
  },
};

/** Per cent as people write it; null for anything else, or out of range. */
function percentOf(text: string): number | null {
  const digits = /^\s*([+-]?\d+(?:\.\d+)?)\s*%?\s*$/u.exec(text.replace('−', '-'))?.[1];
  const value = digits === undefined ? Number.NaN : Number(digits);
  return value >= -90 && value <= 500 ? value : null;
}
