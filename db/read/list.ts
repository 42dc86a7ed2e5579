import { daysBetween, type IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { Setting } from '../../shared/model/money.ts';
import type { ApplicationPage, ApplicationRow } from '../../shared/api/views/applications.ts';
import { NOT_WAITING } from '../client-facts.ts';
import { toRecord } from '../rows.ts';
import type { Sql, Statement } from '../sql.ts';
import type { ClientState, QueryInput } from '../read-aggregate.ts';
import { BY_WORDS, conditionsOf, orderOf } from './conditions.ts';
import type { TextSearch } from './text-search.ts';

const ROW = `client_id, ref, name, school, school_urn, need, year_group, type, received_on, late, status, tif,
  position_source, district, transport, reason, first_day, held, assigned_to,
  CASE WHEN held = 1 THEN (SELECT held_reason FROM application WHERE ref = application_ref) ELSE '' END AS held_reason,
  transport = 'unallocated' AND route_id IS NOT NULL AS partly, protected_address, stage, days_late, waiting_since,
  CASE WHEN name = '' THEN 0 ELSE (SELECT count(*) FROM client_state o
    WHERE o.name_key = client_state.name_key AND o.client_id <> client_state.client_id) END AS same_name,
  (SELECT count(*) FROM client c JOIN client o ON o.postcode = c.postcode AND o.surname = c.surname
    AND o.date_of_birth = c.date_of_birth AND o.id <> c.id AND o.protected_address = 0
    WHERE c.id = client_state.client_id AND c.postcode <> '' AND c.protected_address = 0) AS twins,
  (SELECT date_of_birth FROM client WHERE id = client_state.client_id) AS date_of_birth`;
const ROW_FLAGS = ['late', 'held', 'partly', 'protected_address'];

const STATE = `client_id, active, transport, reason, route_id, contract_id, application_ref, status, held, late,
  provisional, tif, tif_checked, phase, first_day, stage, days_late, why, why_since, needed_on, until_on`;
const STATE_FLAGS = ['active', 'held', 'late', 'provisional', 'tif_checked'];

/** How many different filters keep their prepared statement. */
const KEPT_STATEMENTS = 200;

/** A statement by its text, prepared once. The texts are few: a filter has a score of parts. */
export function statementCache(sql: Sql): (text: string) => Statement {
  const kept = new Map<string, Statement>();
  return (text) => {
    let statement = kept.get(text);
    if (statement === undefined) {
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      statement = sql.prepare(text);
      kept.set(text, statement);
    }
    return statement;
  };
}

/** A row of `client_state` as the list shows it. */
function toListRow(raw: unknown, on: IsoDate, decision_days: number): ApplicationRow {
  const { waiting_since, ...row } = toRecord(raw, [], ROW_FLAGS) as unknown as ApplicationRow & {
    readonly waiting_since: IsoDate;
  };
  const age = daysBetween(waiting_since, on);
  return {
    ...row,
    decision_days,
    age_days: waiting_since === NOT_WAITING ? null : Math.max(0, age),
  };
}

/** Every client has its words, so where nothing but words was typed they are counted without looking at the clients. */
export function countOf(where: string): string {
  return where === BY_WORDS
    ? 'SELECT count(*) AS n FROM client_text WHERE client_text MATCH ?'
    : `SELECT count(*) AS n FROM client_state WHERE ${where}`;
}

/**
 * The plus keeps the words found from leading the way: the list is walked in its order until the window is full. The other way every
 * one found is looked up and sorted first, which for one letter is most of the county.
 */
export function inOrder(where: string): string {
  return where.replace(BY_WORDS, `+${BY_WORDS}`);
}

/** The list of clients: filtered, sorted, a window of it, and how many there are in all. */
export function listReader(sql: Sql, settings: () => readonly Setting[], search: TextSearch) {
  const statement = statementCache(sql);
  const states = sql.prepare(`SELECT ${STATE} FROM client_state ORDER BY client_id`);
  const state = sql.prepare(`SELECT ${STATE} FROM client_state WHERE client_id = ?`);
  const toState = (raw: unknown): ClientState =>
    toRecord(raw, [], STATE_FLAGS) as unknown as ClientState;
  return {
    query: (input: QueryInput, on: IsoDate): ApplicationPage => {
      const { where, values, similar } = conditionsOf(input.filter, search);
      const order = orderOf(input.sort, input.descending);
      const count = statement(countOf(where));
      const total = (count.get(...values) as { readonly n: number }).n;
      const decision_days = numberAt(settings(), 'decision_days', on);
      const page = statement(
        `SELECT ${ROW} FROM client_state WHERE ${inOrder(where)} ORDER BY ${order} LIMIT ? OFFSET ?`,
      );
      const rows = page
        .all(...values, input.limit, input.offset)
        .map((raw) => toListRow(raw, on, decision_days));
      return { total, offset: input.offset, rows, similar };
    },
    /** Every client of the list, in its order. */
    ids: (input: Pick<QueryInput, 'filter' | 'sort' | 'descending'>): readonly number[] => {
      const { where, values } = conditionsOf(input.filter, search);
      const order = orderOf(input.sort, input.descending);
      return statement(
        `SELECT client_id FROM client_state WHERE ${inOrder(where)} ORDER BY ${order}`,
      )
        .pluck()
        .all(...values) as number[];
    },
    states: (): readonly ClientState[] => states.all().map(toState),
    state: (client_id: number): ClientState | null => {
      const row = state.get(client_id);
      return row === undefined ? null : toState(row);
    },
  };
}
