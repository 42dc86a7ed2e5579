/** `kerbside status`: each child has transport on a day, or why not. */
import type { TransportAnswer } from '../../shared/api/views/service.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../shared/format/number.ts';
import { formatTimeOfDay } from '../../shared/format/time.ts';
import { ok } from '../../shared/kernel/result.ts';
import { MENDED_BY, reasonWords } from '../../shared/service/reasons.ts';
import { transportStatus } from '../jobs/transport-status.ts';
import { machineDate } from '../machine-date.ts';
import type { Command } from './command.ts';
import { onFlag, PASSPHRASE_FLAG, STORE_FLAG, withStore } from './common-flags.ts';

export const statusCommand: Command = {
  name: 'status',
  summary: 'each child: has transport on a day, by whom and when, or why not and since when',
  flags: {
    store: STORE_FLAG,
    on: {
      value: 'DATE',
      help: "the day, YYYY-MM-DD (default: each child's own first day, or today once that has passed)",
    },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Ends with 1 when a child has no transport on that day.',
  run: (input) =>
    withStore(input, ({ store }) => {
      const day = onFlag(input);
      if (!day.ok) return day;
      const today = store.meta.get().own_day ?? machineDate();
      const status = transportStatus(store, day.value, today);
      const without = status.clients - status.in_place;
      return ok({
        exit: without > 0 ? 1 : 0,
        json: { ...status, without, children: status.children.map(toJson) },
        lines: [
          `${formatCount(status.in_place)} of ${formatQuantity(status.clients, 'child', 'children')} have transport ${day.value === null ? 'on their own first day' : `on ${formatDate(day.value)}`}.`,
          ...status.reasons.map(
            ({ count, label, code, since }) =>
              `${formatCount(count)}: ${label}${since === null ? '' : `, the first since ${formatDate(since)}`}. ${MENDED_BY[code]}`,
          ),
          ...status.children.map(lineOf),
        ],
      });
    }),
};

function lineOf({ ref, in_place, rides, reasons, until_on }: TransportAnswer): string {
  if (!in_place) return `${ref}: no transport. ${reasons.map(reasonWords).join('. ')}.`;
  const by = rides
    .filter((ride) => ride.reasons.length === 0)
    .map(
      ({ route_ref, provider, pick_up_s }) =>
        `${route_ref} ${provider}${pick_up_s === null ? '' : ` ${formatTimeOfDay(pick_up_s)}`}`,
    );
  return `${ref}: has transport, ${by.join('; ')}${until_on === null ? '' : `, to ${formatDate(until_on)}`}.`;
}

/** Field names for machines: stable, times in seconds after midnight, days as masks (Monday 1 to Friday 16). */
function toJson({
  ref,
  on,
  in_place,
  first_day,
  until_on,
  reasons,
  rides,
  needs,
}: TransportAnswer) {
  return {
    ref,
    on,
    has_transport: in_place,
    first_day,
    until_on,
    needs,
    reasons: reasons.map((reason) => ({ ...reason, words: reasonWords(reason) })),
    rides: rides.map(({ reasons: why, route_id: _route, contract_id: _contract, ...ride }) => ({
      ...ride,
      counts: why.length === 0,
    })),
  };
}
