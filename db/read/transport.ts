import type { TransportAnswer } from '../../shared/api/views/service.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { tieDownLimitsAt } from '../../shared/casework/tie-down.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { daysNeeded, type ChildNeed } from '../../shared/service/child-need.ts';
import { judgeOf } from '../../shared/service/status.ts';
import { serviceReader, type ClientFact, type ReadRecords } from '../service-records.ts';
import type { Sql } from '../sql.ts';
import type { Store } from '../store.ts';

export interface TransportReader {
  /** Everyone to be carried as they stand on a day; null: each on the day that counts for them, their own first day or later. */
  readonly everyone: (day: IsoDate | null) => readonly TransportAnswer[];
  /** The same of some; whoever is not to be carried is left out. */
  readonly of: (ids: readonly number[], day: IsoDate | null) => readonly TransportAnswer[];
}

type Name = Pick<TransportAnswer, 'client_id' | 'ref' | 'name' | 'school' | 'school_urn'>;

/** Reads the answers to "who collects me, when, and is it confirmed?". */
export function transportReader(
  sql: Sql,
  store: Pick<Store, 'register' | 'settings' | 'particulars' | 'clients'>,
): TransportReader {
  const reader = serviceReader(sql, store);
  const columns = 'client_id, ref, name, school, school_urn';
  const allNames = sql.prepare(`SELECT ${columns} FROM client_state WHERE active = 1`);
  const someNames = sql.prepare(
    `SELECT ${columns} FROM client_state WHERE active = 1 AND client_id IN (SELECT value FROM json_each(?))`,
  );

  const judged = (
    { records, clients }: ReadRecords,
    names: readonly Name[],
    day: IsoDate | null,
  ): readonly TransportAnswer[] => {
    const limits = tieDownLimitsAt(store.settings.all(), day ?? latest(clients));
    const judge = judgeOf(records, limits);
    const needOn = needReader(store, clients, day);
    const facts = new Map(clients.map((each) => [each.client_id, each]));
    const found: TransportAnswer[] = [];
    for (const name of names) {
      const fact = facts.get(name.client_id);
      if (fact === undefined) continue;
      const need = needOn(fact);
      const on = day ?? defined(fact.kept.needed_on, `the day that counts for ${name.ref}`);
      const { mornings, afternoons } = need;
      const { in_place, reasons, rides, until_on } = judge.statusOf(need, on);
      found.push({
        client_id: name.client_id,
        on,
        in_place,
        reasons,
        rides,
        until_on,
        ref: name.ref,
        name: name.name,
        school: name.school,
        school_urn: name.school_urn,
        first_day: fact.first_day,
        needs: { mornings, afternoons },
      });
    }
    return found;
  };
  return {
    everyone: (day) => judged(reader.all(), allNames.all() as Name[], day),
    of: (ids, day) => judged(reader.some(ids), someNames.all(JSON.stringify(ids)) as Name[], day),
  };
}

/** Of a day that lies years ahead limits may differ from those of today; of the days that count the last is as good as any. */
function latest(clients: readonly ClientFact[]): IsoDate {
  return clients.reduce<IsoDate>(
    (day, { kept }) => (kept.needed_on !== null && kept.needed_on > day ? kept.needed_on : day),
    '2000-01-01' as IsoDate,
  );
}

/** The week as it stands on another day: only of those with addresses or settings that have days of their own. */
function needReader(
  store: Pick<Store, 'particulars' | 'clients'>,
  clients: readonly ClientFact[],
  day: IsoDate | null,
): (fact: ClientFact) => ChildNeed {
  if (day === null) return (fact) => fact;
  const weeks = clients.length > 100 ? store.particulars.weeks() : null;
  return (fact) => {
    const week = weeks === null ? store.particulars.of(fact.client_id) : weeks.get(fact.client_id);
    if (week === undefined || week.addresses.length + week.placements.length === 0) return fact;
    const client = store.clients.get(fact.client_id);
    return client === null ? fact : { ...fact, ...daysNeeded(client, week, day) };
  };
}
