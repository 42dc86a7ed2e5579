import type { ApplicationPage, ApplicationRow } from '../../shared/api/views/applications.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { QueueLine } from '../../shared/casework/work/queues.ts';
import type { Sql } from '../sql.ts';
import type { QueryInput } from '../read-aggregate.ts';
import type { WorkReader } from '../work-reader.ts';
import { conditionsOf } from './conditions.ts';
import { statementCache, type listReader } from './list.ts';
import type { TextSearch } from './text-search.ts';

/** Lists narrowed to a queue: its members are worked out by casework, everything else of the filter by the same SQL as any list. */
export function queueListReader(
  sql: Sql,
  list: ReturnType<typeof listReader>,
  work: WorkReader,
  search: TextSearch,
) {
  const statement = statementCache(sql);
  const matching = ({ filter }: QueryInput, lines: readonly QueueLine[]): readonly QueueLine[] => {
    const { queue: _queue, part: _part, ...rest } = filter;
    if (Object.values(rest).every((value) => value === undefined)) return lines;
    const { where, values } = conditionsOf(rest, search);
    const ids = new Set(
      statement(`SELECT client_id FROM client_state WHERE ${where}`)
        .pluck()
        .all(...values) as number[],
    );
    return lines.filter(({ client_id }) => ids.has(client_id));
  };
  const rowsOf = (lines: readonly QueueLine[], on: IsoDate): readonly ApplicationRow[] => {
    const ids = lines.map(({ client_id }) => client_id);
    const { rows } = list.query(
      { filter: { ids }, sort: 'ref', descending: false, offset: 0, limit: ids.length },
      on,
    );
    const byId = new Map(rows.map((row) => [row.client_id, row]));
    return lines.flatMap(({ client_id, why }) => {
      const row = byId.get(client_id);
      return row === undefined ? [] : [{ ...row, why }];
    });
  };
  const members = (input: QueryInput, on: IsoDate): readonly QueueLine[] => {
    const { queue, part } = input.filter;
    return matching(input, work.queue(queue ?? 'open', on, part));
  };
  /** In the order of what to do next, or by a column. */
  const ordered = (input: QueryInput, on: IsoDate): readonly QueueLine[] => {
    const lines = members(input, on);
    if (input.sort === 'next') return input.descending ? lines.toReversed() : lines;
    const byId = new Map(lines.map((line) => [line.client_id, line]));
    const sorted = list.ids({ ...input, filter: { ids: lines.map((line) => line.client_id) } });
    return sorted.flatMap((id) => byId.get(id) ?? []);
  };
  return {
    query: (input: QueryInput, on: IsoDate): ApplicationPage => {
      const lines = ordered(input, on);
      const { offset, limit } = input;
      const { text = '' } = input.filter;
      const similar = text.trim() !== '' && search.resolve(text).similar;
      const rows = rowsOf(lines.slice(offset, offset + limit), on);
      return { total: lines.length, offset, rows, similar };
    },
    ids: (input: QueryInput, on: IsoDate): readonly number[] =>
      ordered(input, on).map(({ client_id }) => client_id),
  };
}
