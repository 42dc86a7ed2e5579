import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rowCounts } from '../backup.ts';
import type { ClientStates } from '../client-state.ts';
import type { Session } from '../session.ts';
import type { ReadStore } from '../read-aggregate.ts';
import type { Store } from '../store.ts';
import { casePageReader } from './case-page.ts';
import { derivedReader } from './derived.ts';
import { familyReader } from './family.ts';
import { facetReader } from './facets.ts';
import { keptUntilChange } from './kept.ts';
import { listReader } from './list.ts';
import { queueListReader } from './queue-list.ts';
import { searchReader } from './search.ts';
import { textSearch } from './text-search.ts';
import { tifRequestReader } from './tif-requests.ts';
import { todayReader } from './today.ts';
import { transportReader } from './transport.ts';
import { workReader } from './work.ts';

export type Aggregates = Omit<
  Store,
  | 'path'
  | 'encrypted'
  | 'read'
  | 'write'
  | 'undo'
  | 'isUntouched'
  | 'year'
  | 'integrity'
  | 'drift'
  | 'copyTo'
  | 'lastWrite'
  | 'holdsWrite'
  | 'backups'
  | 'close'
>;

/** Read models; each first makes sure that the states are of the day's planning year. */
export function readStore(
  session: Session,
  aggregates: Aggregates,
  states: ClientStates,
): ReadStore {
  const { sql } = session;
  const text = textSearch(sql);
  const list = listReader(sql, aggregates.settings.all, text);
  const totalChanges = sql.prepare('SELECT total_changes()').pluck();
  const dataVersion = (): number => Number(sql.pragma('data_version', { simple: true }));
  const at = <T>(on: IsoDate, read: () => T): T => {
    states.ensureDay(on);
    return read();
  };
  const facets = facetReader(sql);
  const family = familyReader(sql);
  const casePage = casePageReader(sql, aggregates, { stateOf: list.state, family: family.of });
  const search = searchReader(sql, aggregates.schools, text);
  const tifRequests = tifRequestReader(sql);
  const revision = (): string => `${dataVersion()} ${Number(totalChanges.get())}`;
  const today = keptUntilChange(revision, todayReader(sql, aggregates, text));
  const work = workReader(sql, aggregates, revision);
  const transport = transportReader(sql, aggregates);
  const queues = queueListReader(sql, list, work, text);
  return {
    query: (input, on) =>
      at(on, () =>
        input.filter.queue === undefined ? list.query(input, on) : queues.query(input, on),
      ),
    ids: (input, on) =>
      at(on, () => (input.filter.queue === undefined ? list.ids(input) : queues.ids(input, on))),
    work: {
      ...work,
      cases: (on) => at(on, () => work.cases(on)),
      queue: (name, on, part) => at(on, () => work.queue(name, on, part)),
    },
    transport: {
      everyone: (day, today) => at(today, () => transport.everyone(day)),
      of: (ids, day, today) => at(today, () => transport.of(ids, day)),
    },
    states: (on) => at(on, list.states),
    state: (client_id, on) => at(on, () => list.state(client_id)),
    ...derivedReader(sql),
    revision,
    counts: () => rowCounts(sql),
    facets: (on) => at(on, facets),
    casePage: (client_id, on) => at(on, () => casePage(client_id, on)),
    alike: (typed, on) => at(on, () => family.alike(typed)),
    today: (on) => at(on, () => today(on)),
    search: (typed, limit, on) => at(on, () => search(typed, limit)),
    tifRequests: (on) => at(on, tifRequests),
  };
}
