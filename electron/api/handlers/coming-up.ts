/** What is coming up: looked at once, kept until something changes, cut to the days asked for, exported as .csv. */
import type { ComingUp } from '../../../shared/api/views/coming-up.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { eventKindWords, matters } from '../../../shared/casework/coming-up-words.ts';
import { numberAt } from '../../../shared/costing/read-settings.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { outlook } from '../../jobs/outlook.ts';
import type { Handlers, Host } from '../handler.ts';

/** Horizons that are kept: the days asked for are cut out of the next one, so that few are ever worked out. */
const HORIZONS = [60, 120, 400] as const;

/** What is ahead within some days, by the setting where none are named. */
export function comingUp(host: Host, asked: number | null): Result<ComingUp> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const on = host.today();
  const days = asked ?? numberAt(store.settings.all(), 'changes_ahead_days', on);
  const horizon = HORIZONS.find((each) => each >= days) ?? 400;
  const kept = store.read.derived(`coming_up ${horizon}`, on, () =>
    JSON.stringify(outlook(store, { on, days: horizon })),
  );
  const all = JSON.parse(kept) as ComingUp;
  const until = addDays(on, days);
  return ok({
    ...all,
    days,
    until,
    events: all.events.filter((event) => event.on <= until),
    policy_changes: all.policy_changes.filter((change) => change.on <= until),
  });
}

export const comingUpHandlers: Handlers<'coming-up/get' | 'coming-up/export'> = {
  'coming-up/get': ({ days }, host) => comingUp(host, days),
  'coming-up/export': ({ days, list, kinds, altering }, host) => {
    const found = comingUp(host, days);
    if (!found.ok) return found;
    const isAsked = (kind: (typeof kinds)[number]): boolean =>
      kinds.length === 0 || kinds.includes(kind);
    const { on, events, edges } = found.value;
    const bytes =
      list === 'events'
        ? writeCsv(
            ['on', 'kind', 'what', 'ref', 'name', 'school', 'status', 'power_now', 'proposal_now', 'power_then', 'proposal_then'], // prettier-ignore
            events
              .filter((event) => isAsked(event.kind) && (!altering || matters(event)))
              .map((event) => [
                event.on,
                eventKindWords(event.kind),
                event.what,
                event.ref,
                event.name,
                event.school,
                event.status,
                event.now.power,
                event.now.proposal,
                event.later.power,
                event.later.proposal,
              ]),
          )
        : writeCsv(
            ['kind', 'rule', 'limit_miles', 'margin_m', 'within_error', 'what', 'ref', 'name', 'school', 'status'], // prettier-ignore
            edges
              .filter((edge) => isAsked(edge.kind))
              .map((edge) => [
                edge.kind,
                edge.rule ?? 'ptb_band',
                edge.limit_miles,
                edge.margin_m,
                edge.within_error,
                edge.text,
                edge.ref,
                edge.name,
                edge.school,
                edge.status,
              ]),
          );
    const name = `${list === 'events' ? 'coming up' : 'close to an edge'} ${on}.csv`;
    return ok({ file_id: host.files.put(name, bytes), name });
  },
};
