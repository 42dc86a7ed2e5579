import { ok } from '../../../shared/kernel/result.ts';
import { barsBetween } from '../../../shared/pressure/change.ts';
import { behindBar } from '../../../shared/pressure/split/behind-bar.ts';
import { behindParts } from '../../../shared/pressure/split/behind-parts.ts';
import { splitRows } from '../../../shared/pressure/split/split-by.ts';
import type { Handlers } from '../handler.ts';
import { splitOf } from '../kept-splits.ts';

/** More would not be read; the count says how many there are. */
const MOST_SHOWN = 500;

export const pressureHandlers: Handlers<'costs/split' | 'costs/behind'> = {
  'costs/split': (asked, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const found = splitOf(store.value, host.today(), asked);
    if (!found.ok) return found;
    const { facts, choices, from, to, split } = found.value;
    const option = ({ key, label, kind }: (typeof choices)[number]) => ({ key, label, kind });
    return ok({
      sides: choices.map(option),
      from: option(from),
      to: option(to),
      total_pence: split.to_pence - split.from_pence,
      bars: barsBetween(facts, split, { from: from.label, to: to.label }),
      rows: splitRows(facts, split, asked.by),
    });
  },
  'costs/behind': ({ bar, school_urn, ...asked }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const found = splitOf(store.value, host.today(), { ...asked, by: 'school' });
    if (!found.ok) return found;
    const { facts, basis, split } = found.value;
    const rows = behindBar(split, bar, basis).filter((row) => school_urn === null || row.school_urn === school_urn); // prettier-ignore
    return ok({
      count: rows.length,
      parts: school_urn === null ? behindParts(split, bar) : [],
      rows: rows.slice(0, MOST_SHOWN).map((row) => {
        const client = facts.clients.get(row.client_id);
        const school = row.school_urn === null ? undefined : facts.schools.get(row.school_urn);
        return {
          ...row,
          ref: client?.ref ?? '',
          name: client === undefined ? '' : `${client.forename} ${client.surname}`.trim(),
          school: school?.name ?? '',
        };
      }),
    });
  },
};
