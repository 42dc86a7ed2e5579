import { daysBetween, type AcademicYear, type IsoDate } from '../../shared/calendar/dates.ts';
import { firstDateOf, lastDateOf, planningYearOf, previousYear } from '../../shared/calendar/years.ts'; // prettier-ignore
import { besideRoutes } from '../../shared/costing/adjustment-settings.ts';
import { deadlineOf } from '../../shared/costing/read-settings.ts';
import { formatShortPounds } from '../../shared/format/money.ts';
import { formatPercentChange } from '../../shared/format/number.ts';
import { GAP_WORDS, REASON_WORDS, wordsFor } from '../../shared/model/words.ts';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';
import type { PlanSummary } from '../../shared/api/views/plan.ts';
import type { ReasonCount } from '../../shared/api/views/service.ts';
import { NOT_YET, NOT_YET_WORDS } from '../../shared/service/reasons.ts';
import type { Count, Today } from '../../shared/api/views/today.ts';
import type { Sql, SqlValue } from '../sql.ts';
import { conditionsOf } from './conditions.ts';
import type { TextSearch } from './text-search.ts';
import { statementCache } from './list.ts';
import type { Aggregates } from './read-store.ts';

/** Every state of a child to be carried. */
const ACTIVE = ['in_place', 'planned', 'unallocated', 'not_planned'] as const;
/** An active client with no route, whether a plan could not place them or none knows them. */
const WITHOUT_ROUTE = ['unallocated', 'not_planned'] as const;
/** First days listed on Today. */
const DAYS_LISTED = 20;

const FILTERS = {
  clients: { transport: ACTIVE },
  with_application: { has_application: true },
  without_transport: { without_transport: true },
  unallocated: { transport: WITHOUT_ROUTE },
  planned_unconfirmed: { transport: ['planned'] },
  late: { late: true },
  tif_complete: { tif: 'complete' },
  tif_complete_checked: { tif: 'checked_complete' },
  provisional: { provisional: true },
  held: { held: true },
} as const satisfies Record<string, ApplicationFilter>;

const GAP_FILTERS: Readonly<Record<string, ApplicationFilter>> = Object.fromEntries(
  Object.keys(GAP_WORDS).map((gap) => [gap, { gap }]),
);

/** Counts many filters in one pass over the states, each by the very condition that its list uses. */
export function countMany(
  sql: Sql,
  search: TextSearch,
): (filters: Readonly<Record<string, ApplicationFilter>>) => Record<string, number> {
  const statement = statementCache(sql);
  return (filters) => {
    const sums: string[] = [];
    const values: SqlValue[] = [];
    for (const [name, filter] of Object.entries(filters)) {
      const { where, values: bound } = conditionsOf(filter, search);
      sums.push(`coalesce(sum(${where}), 0) AS "${name}"`);
      values.push(...bound);
    }
    return statement(`SELECT ${sums.join(', ')} FROM client_state`).get(...values) as Record<
      string,
      number
    >;
  };
}

type TodayCosts = Pick<
  Today,
  'cost_day_pence' | 'cost_year_pence' | 'last_year_pence' | 'pressure_pence' | 'pressure_sentence'
>;

/** What the plan costs against what the register cost last year, each with what is recorded beside the routes. Without a plan nothing is known of this year. */
function costsOf(
  plan: PlanSummary | null,
  registered: number,
  beside: { readonly last: number; readonly now: number },
): TodayCosts {
  const lastYear = registered + beside.last;
  if (plan === null) {
    return {
      cost_day_pence: 0,
      cost_year_pence: 0,
      last_year_pence: lastYear,
      pressure_pence: 0,
      pressure_sentence: 'No plan has been made yet, so this year’s cost is not known',
    };
  }
  const cost_year_pence = plan.cost_year_pence + beside.now;
  const pressure = cost_year_pence - lastYear;
  const size = formatShortPounds(Math.abs(pressure));
  const sentence =
    lastYear === 0
      ? 'No cost is known for last year, so the change cannot be told'
      : `${size} ${pressure < 0 ? 'less' : 'more'} than last year (${formatPercentChange(pressure / lastYear)})`;
  return {
    cost_day_pence: plan.cost_day_pence,
    cost_year_pence,
    last_year_pence: lastYear,
    pressure_pence: pressure,
    pressure_sentence: sentence,
  };
}

/** Groups of states: why clients have no route, and when they first need one. */
function groupReaders(sql: Sql) {
  const reasons = sql.prepare(
    `SELECT reason, count(*) AS count FROM client_state
     WHERE transport IN ('unallocated', 'not_planned') GROUP BY reason ORDER BY count DESC, reason`,
  );
  const whys = sql.prepare(
    `SELECT why AS code, count(*) AS count, min(why_since) AS since FROM client_state
     WHERE active = 1 AND transport <> 'in_place' GROUP BY why`,
  );
  const days = sql.prepare(
    `SELECT first_day AS "on", count(*) AS clients, sum(transport <> 'in_place') AS without_transport
     FROM client_state WHERE active = 1 AND first_day IS NOT NULL
     GROUP BY first_day HAVING first_day >= ? OR without_transport > 0
     ORDER BY first_day LIMIT ${DAYS_LISTED}`,
  );
  return {
    reasons: (): Today['unallocated_by_reason'] =>
      (reasons.all() as { reason: string; count: number }[]).map(({ reason, count }) => ({
        reason,
        label: wordsFor(REASON_WORDS, reason),
        count,
        filter: { transport: WITHOUT_ROUTE, reason },
      })),
    whys: (): Today['without_by_reason'] => {
      const found = new Map((whys.all() as Omit<ReasonCount, 'label'>[]).map((each) => [each.code, each])); // prettier-ignore
      return NOT_YET.flatMap((code) => {
        const each = found.get(code);
        return each === undefined ? [] : [{ ...each, label: NOT_YET_WORDS[code] }];
      });
    },
    days: (on: IsoDate): Today['first_days'] =>
      (days.all(on) as { on: IsoDate; clients: number; without_transport: number }[]).map(
        (day) => ({
          ...day,
          days: daysBetween(on, day.on),
          filter: { first_day: day.on, transport: ACTIVE },
        }),
      ),
  };
}

/** The first screen: who has no transport, how long there is, what is missing, what it costs. */
export function todayReader(
  sql: Sql,
  store: Aggregates,
  search: TextSearch,
): (on: IsoDate) => Today {
  const count = countMany(sql, search);
  const groups = groupReaders(sql);
  const lastYear = sql
    .prepare(
      `SELECT coalesce(sum(coalesce(previous_day_pence, price_day_pence + assistant_day_pence)
         * days_a_year), 0) FROM contract`,
    )
    .pluck();
  return (on) => {
    const counted = count({ ...FILTERS, ...GAP_FILTERS });
    const clients = counted['clients'] ?? 0;
    const requests = counted['with_application'] ?? 0;
    const of = (name: keyof typeof FILTERS, whole: number): Count => ({
      count: counted[name] ?? 0,
      of: whole,
      filter: FILTERS[name],
    });
    const settings = store.settings.all();
    const deadline = deadlineOf(settings, planningYearOf(on), on);
    const besideIn = (year: AcademicYear): number =>
      besideRoutes(settings, on, { from_on: firstDateOf(year), to_on: lastDateOf(year) });
    const year = planningYearOf(on);
    const beside = { last: besideIn(previousYear(year)), now: besideIn(year) };
    const plan = store.plans.summary();
    return {
      clients,
      applications: store.applications.count(),
      without_transport: of('without_transport', clients),
      unallocated: of('unallocated', clients),
      planned_unconfirmed: of('planned_unconfirmed', clients),
      unallocated_by_reason: groups.reasons(),
      without_by_reason: groups.whys(),
      days_to_deadline: daysBetween(on, deadline),
      deadline_on: deadline,
      first_days: groups.days(on),
      late: of('late', requests),
      gaps: Object.entries(GAP_WORDS).map(([key, label]) => ({
        key,
        label,
        count: { count: counted[key] ?? 0, of: clients, filter: { gap: key } },
      })),
      tif_complete: of('tif_complete', requests),
      tif_complete_checked: of('tif_complete_checked', requests),
      provisional: of('provisional', clients),
      held: of('held', requests),
      ...costsOf(plan, Number(lastYear.get()), beside),
      plan,
    };
  };
}
