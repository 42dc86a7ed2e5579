import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatPence } from '../../shared/format/money.ts';
import type { IndexClause } from '../../shared/model/index-clause.ts';
import type { IndexedPriceRow } from '../../shared/model/price-series.ts';
import type { ClausesStore } from '../clauses-aggregate.ts';
import { recordTable } from '../record-table.ts';
import type { Session } from '../session.ts';

/** `trigger` is a word of SQL's own. */
type ClauseRow = Omit<IndexClause, 'trigger'> & { readonly trigger_value: number | null };

function toClause({ trigger_value, ...row }: ClauseRow): IndexClause {
  return { ...row, trigger: trigger_value };
}

/** Index clauses and the prices accepted by them. */
export function clausesStore(session: Session): ClausesStore {
  const { sql } = session;
  const table = recordTable<ClauseRow>(session, {
    table: 'index_clause',
    key: 'ref',
    fields: {
      id: 'number',
      ref: 'text',
      provider: 'text',
      contract_ref: 'text',
      kind: 'text',
      index: 'text',
      share_percent: 'number',
      fixed_percent: 'number',
      base_month: 'text',
      lag_months: 'number',
      cap_percent: 'number',
      collar_percent: 'number',
      trigger_value: 'number',
      symmetric: 'flag',
      from_on: 'text',
      to_on: 'text',
      source: 'text',
      withdrawn: 'flag',
    },
    blank: {
      ref: '',
      provider: '',
      contract_ref: '',
      kind: 'proportional',
      index: 'diesel',
      share_percent: 100,
      fixed_percent: null,
      base_month: null,
      lag_months: 0,
      cap_percent: null,
      collar_percent: null,
      trigger_value: null,
      symmetric: false,
      from_on: '0001-01-01' as IsoDate,
      to_on: null,
      source: '',
      withdrawn: false,
    },
    entity: 'index_clause',
    logAdded: true,
  });
  const byId = sql.prepare(`SELECT ${table.columns} FROM index_clause WHERE id = ?`);
  const accepted = sql.prepare(
    `SELECT id, contract_id, event_id, effective_on, base_pence, base_set_on, price_pence, fuel_pence, labour_pence, other_pence, clauses
     FROM indexed_price ORDER BY id`,
  );
  const accept = sql.prepare(
    `INSERT INTO indexed_price (contract_id, event_id, effective_on, base_pence, base_set_on, price_pence, fuel_pence, labour_pence,
       other_pence, clauses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const refOf = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  return {
    list: () => table.all('provider, contract_ref, from_on, id').map(toClause),
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : toClause(table.decode(row));
    },
    byRef: (ref) => {
      const row = table.get(ref);
      return row === null ? null : toClause(row);
    },
    save: ({ trigger, ...clause }) => table.upsert({ ...clause, trigger_value: trigger }).outcome,
    accepted: () =>
      (accepted.all() as (Omit<IndexedPriceRow, 'clauses'> & { clauses: string })[]).map((row) => ({
        ...row,
        clauses: JSON.parse(row.clauses) as string[],
      })),
    accept: (row) => {
      session.mustWrite();
      const { contract_id, event_id, effective_on, base_pence, base_set_on, price_pence } = row;
      const { fuel_pence, labour_pence, other_pence, clauses } = row;
      const ref = String(refOf.get(contract_id));
      accept.run(contract_id, event_id, effective_on, base_pence, base_set_on, price_pence, fuel_pence, labour_pence, other_pence, JSON.stringify(clauses)); // prettier-ignore
      session.log({ entity: 'contract', ref, client_id: null, field: 'indexed_price', before: formatPence(base_pence), after: `${formatPence(price_pence)} from ${formatDate(effective_on)} by ${clauses.join(', ')}` }); // prettier-ignore
    },
  };
}
