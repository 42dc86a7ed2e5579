import type { ApplicationFilter, ApplicationSort } from '../../shared/api/views/applications.ts';
import type { SqlValue } from '../sql.ts';
import type { TextSearch } from './text-search.ts';

/** A filter as SQL over `client_state`: fixed pieces of text, every value bound. */
export interface Conditions {
  readonly where: string;
  readonly values: readonly SqlValue[];
  /** Nobody is written as typed: the text stands for similar names. */
  readonly similar: boolean;
}

/** Gaps in the data of an active client: the condition of each, by the key that the filter names. */
export const GAPS: Readonly<Record<string, string>> = {
  no_position: `active = 1 AND position_source = 'none'`,
  no_school: 'active = 1 AND school_urn IS NULL',
  school_no_position: 'active = 1 AND school_urn IS NOT NULL AND school_placed = 0',
  no_tif: `active = 1 AND closed = 0 AND tif = 'none'`,
  /** Not gaps but what they are of: every open request, and those whose form is complete. */
  tif_asked: 'active = 1 AND closed = 0',
  tif_complete: 'active = 1 AND closed = 0 AND tif_checked = 1',
  tif_incomplete: 'active = 1 AND closed = 0 AND tif_checked = 0',
  questions: 'active = 1 AND questions > 0',
  /** Two records of one child would have two seats: a request under another reference than the one already carried. */
  same_child: `active = 1 AND client_id IN (
    SELECT id FROM (
      SELECT c.id, count(*) OVER (PARTITION BY c.date_of_birth, lower(c.surname), lower(c.forename)) AS alike
      FROM client c JOIN client_state o ON o.client_id = c.id
      WHERE o.active = 1 AND c.date_of_birth IS NOT NULL AND c.surname <> '')
    WHERE alike > 1)`,
};

const TIF: Readonly<Record<string, string>> = {
  complete: `tif = 'complete'`,
  incomplete: `tif = 'incomplete'`,
  none: `tif = 'none'`,
  checked_complete: 'tif_checked = 1',
};

/** Sort orders; the name and the id behind each, so that no two rows are level. */
export const ORDERS: Readonly<Record<ApplicationSort, readonly string[]>> = {
  ref: ['ref'],
  name: ['name_key', 'client_id'],
  school: ['school', 'name_key', 'client_id'],
  received: ['received_on', 'name_key', 'client_id'],
  officer: ['assigned_to', 'name_key', 'client_id'],
  // Outside a queue the oldest request is what to look at next.
  next: ['received_on', 'name_key', 'client_id'],
  status: ['status', 'name_key', 'client_id'],
  need: ['need', 'name_key', 'client_id'],
  tif: ['tif', 'name_key', 'client_id'],
  transport: ['transport', 'name_key', 'client_id'],
  first_day: ['first_day', 'name_key', 'client_id'],
  district: ['district', 'name_key', 'client_id'],
  stage: ['stage', 'name_key', 'client_id'],
  age: ['waiting_since', 'name_key', 'client_id'],
};

type Part = readonly [condition: string, ...values: SqlValue[]];

const flag = (column: string, value: boolean | undefined): Part[] =>
  value === undefined ? [] : [[`${column} = ?`, value ? 1 : 0]];
const equal = (column: string, value: string | number | undefined): Part[] =>
  value === undefined ? [] : [[`${column} = ?`, value]];
const among = (column: string, list: readonly (string | number)[] | undefined): Part[] =>
  list === undefined
    ? []
    : [[`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list)]];

/** The clients whose words begin as those typed. */
export const BY_WORDS = 'client_id IN (SELECT rowid FROM client_text WHERE client_text MATCH ?)';

/** Puts the parts of a filter together; all given parts must hold. */
export function conditionsOf(
  filter: ApplicationFilter,
  search: Pick<TextSearch, 'resolve'>,
): Conditions {
  const { without_transport: without, has_application: has, gap, tif, text = '' } = filter;
  const typed = text.trim() === '' ? null : search.resolve(text);
  const parts: Part[] = [
    ...(typed === null
      ? []
      : typed.expression === null
        ? ([['0']] as Part[])
        : ([[BY_WORDS, typed.expression]] as Part[])),
    ...among('status', filter.status),
    ...among('stage', filter.stage),
    ...among('transport', filter.transport),
    ...(without === undefined
      ? []
      : ([
          [
            without
              ? `active = 1 AND transport <> 'in_place'`
              : `NOT (active = 1 AND transport <> 'in_place')`,
          ],
        ] as Part[])),
    ...equal('reason', filter.reason),
    ...(gap === undefined ? [] : ([[GAPS[gap] ?? '0']] as Part[])),
    ...flag('held', filter.held),
    ...flag('late', filter.late),
    ...flag('provisional', filter.provisional),
    ...(filter.provisional === true ? ([['active = 1']] as Part[]) : []),
    ...(has === undefined ? [] : ([[`(application_ref <> '') = ?`, has ? 1 : 0]] as Part[])),
    ...(tif === undefined ? [] : ([[TIF[tif] ?? '0']] as Part[])),
    ...equal('school_urn', filter.school_urn),
    ...equal('district_code', filter.district),
    ...equal('need', filter.need),
    ...equal('type', filter.type),
    ...equal('assigned_to', filter.officer),
    ...equal('phase', filter.phase),
    ...equal('first_day', filter.first_day),
    ...among('client_id', filter.ids),
  ];
  return {
    where: parts.length === 0 ? '1' : parts.map(([condition]) => condition).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
    similar: typed?.similar ?? false,
  };
}

/** The order of a list, as SQL. */
export function orderOf(sort: ApplicationSort, descending: boolean): string {
  const direction = descending ? ' DESC' : '';
  return ORDERS[sort].map((column) => `${column}${direction}`).join(', ');
}
