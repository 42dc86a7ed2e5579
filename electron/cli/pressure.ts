/** `kerbside pressure`: why one year costs more than another, in bars that add up to the penny. */
import { formatPence, formatPoundsChange } from '../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { pressureBetween, type Pressure } from '../jobs/pressure.ts';
import type { Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

export const pressureCommand: Command = {
  name: 'pressure',
  summary: 'why one year, month, plan or scenario costs more than another',
  flags: {
    store: STORE_FLAG,
    from: {
      value: 'YEAR',
      help: 'such as 2025-26, a month 2026-01, plan-1, or a scenario central-2027-28',
      required: true,
    },
    to: { value: 'YEAR', help: 'the same', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'The first year is read from the contract register, the second from the plan in use. The bars add up to total_pence; turned round, every sign turns.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const asked = { from: textFlag(input, 'from') ?? '', to: textFlag(input, 'to') ?? '' };
      const found = pressureBetween(store, on, asked);
      if (!found.ok) return found;
      const { from, to, from_pence, to_pence, total_pence, bars } = found.value;
      const json = {
        from,
        to,
        total_pence,
        from_pence,
        to_pence,
        bars: bars.map(({ key, label, pence, clients, estimated }) => ({
          name: key,
          pence,
          clients,
          label,
          estimated,
        })),
      };
      return ok({ exit: 0, json, lines: linesOf(found.value) });
    }),
};

function linesOf({
  from,
  to,
  from_pence,
  to_pence,
  total_pence,
  bars,
}: Pressure): readonly string[] {
  const width = Math.max(...bars.map(({ label }) => label.length), to.length);
  const line = (label: string, amount: string, rest = ''): string =>
    `${label.padEnd(width)}  ${amount.padStart(18)}${rest}`;
  return [
    line(from, formatPence(from_pence)),
    ...bars.map(({ label, pence, clients }) =>
      line(
        label,
        `${pence > 0 ? '+' : ''}${formatPence(pence)}`,
        clients === 0 ? '' : `  ${formatQuantity(clients, 'client')}`,
      ),
    ),
    line(to, formatPence(to_pence)),
    `${formatPoundsChange(total_pence)} in ${formatCount(bars.length)} bars; estimated, but for days and routes with no clients.`,
  ];
}
