/** What is coming up, cut to the days asked for, and exported as .csv. */
import type { ComingUp } from '../../../shared/api/views/coming-up.ts';
import { eventKindWords, matters } from '../../../shared/casework/coming-up-words.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { comingUpWithin, horizonOf } from '../coming-up-within.ts';
import type { Handlers, Host } from '../handler.ts';

/** What is ahead within some days, by the setting where none are named. */
async function comingUp(host: Host, asked: number | null): Promise<Result<ComingUp>> {
  const open = host.store();
  if (!open.ok) return open;
  const made = await host.page(`coming_up ${horizonOf(open.value, host.today(), asked)}`);
  return made.ok ? ok(comingUpWithin(open.value, host.today(), asked)) : made;
}

export const comingUpHandlers: Handlers<'coming-up/get' | 'coming-up/export'> = {
  'coming-up/get': ({ days }, host) => comingUp(host, days),
  'coming-up/export': async ({ days, list, kinds, altering }, host) => {
    const found = await comingUp(host, days);
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
