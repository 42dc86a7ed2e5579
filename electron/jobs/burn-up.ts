/** The summer's burn-up with its forecast: the same for screen, file and terminal. */
import type { Store } from '../../db/store.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { firstDateOf, planningYearOf, previousYear } from '../../shared/calendar/years.ts';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import { isUndecided } from '../../shared/casework/stage.ts';
import { burnUp, inSplit, type BurnUpSplit } from '../../shared/casework/work/burn-up.ts';
import { forecastDecisions } from '../../shared/casework/work/forecast.ts';
import { forecastAssumes, forecastSentence } from '../../shared/casework/work/forecast-words.ts';
import type { BurnUpView } from '../../shared/api/views/work.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';

/** The same records give the same forecast. */
const SEED = 1;

const WHICH: Readonly<Record<BurnUpSplit, string>> = {
  all: 'application',
  on_time: 'on-time application',
  late: 'late application received so far',
};

/** Curves, forecast in words, and what it assumes. */
export function burnUpView(store: Store, on: IsoDate, split: BurnUpSplit): BurnUpView {
  const begins = firstDateOf(previousYear(planningYearOf(on)));
  // A cohort is the requests for the year planned; one received before it began belongs to another.
  const cases = store.read.work
    .cases(on)
    .filter(({ received_on }) => received_on === null || received_on >= begins);
  const burn = burnUp(cases, store.read.work.transportDays(), { split, on });
  const own = inSplit(cases, split);
  const remaining = own.filter(({ status }) => isUndecided(status)).length;
  const arrivals = split === 'late' ? null : lastYearsArrivals(store, on, begins);
  const forecast = forecastDecisions({
    on,
    remaining,
    // The team decides whatever comes; the pace for a part is the pace at which that part was decided.
    decided: own.flatMap(({ decided_on }) => decided_on ?? []),
    since: burn.days[0]?.on ?? on,
    pace_days: numberAt(store.settings.all(), 'work_pace_days', on),
    arrivals: arrivals ?? [],
    seed: SEED,
  });
  const coming = arrivals === null ? null : arrivals.reduce((sum, count) => sum + count, 0);
  return {
    ...burn,
    deadline_on: store.read.work.rules(on).deadline_on,
    forecast,
    sentence: forecastSentence(forecast, WHICH[split]),
    assumes: forecastAssumes(forecast, { remaining, coming }),
  };
}

/** Requests that came on the working days after this day a year ago, up to last year's deadline; null without a record of last year. */
function lastYearsArrivals(store: Store, on: IsoDate, begins: IsoDate): readonly number[] | null {
  const before = store.applications
    .all()
    .flatMap(({ received_on }) =>
      received_on !== null && received_on < begins ? [received_on] : [],
    );
  if (before.length === 0) return null;
  const counts = new Map<IsoDate, number>();
  for (const day of before) counts.set(day, (counts.get(day) ?? 0) + 1);
  // 364 days keep the weekday.
  const yearAgo = addDays(on, -364);
  const until = addDays(store.read.work.rules(on).deadline_on, -364);
  const arrivals: number[] = [];
  for (let day = addDays(yearAgo, 1); day <= until; day = addDays(day, 1)) {
    const count = counts.get(day) ?? 0;
    if (isWorkingDay(day)) arrivals.push(count);
    else if (arrivals.length > 0) arrivals[arrivals.length - 1] = (arrivals.at(-1) ?? 0) + count;
  }
  return arrivals;
}
