/** What each officer has open, what they decided this week, and how old their undecided work is. */
import { addDays, weekdayOf, type IsoDate } from '../../calendar/dates.ts';
import { ageDays } from './next-step.ts';
import { risksOf } from './risks.ts';
import { isUndecided } from '../stage.ts';
import { workStageOf } from './work-stage.ts';
import type { WorkCase } from './work-case.ts';
import type { WorkRules } from './work-rules.ts';

export interface Workload {
  /** '' for work that is nobody's. */
  readonly officer: string;
  readonly open: number;
  readonly undecided: number;
  readonly at_risk: number;
  /** First decisions since Monday, by whoever signed them, else by whoever had the case. */
  readonly decided_this_week: number;
  /** Median age of the undecided, days; null where there are none. */
  readonly median_age_days: number | null;
}

/** The Monday of a day's week. */
export function mondayOf(on: IsoDate): IsoDate {
  let day = on;
  while (weekdayOf(day) !== 'Mon') day = addDays(day, -1);
  return day;
}

/** The middle of some numbers, the mean of the two middle ones where they are even; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

/** One line an officer, most open work first; nobody's last. */
export function workloads(
  cases: readonly WorkCase[],
  rules: WorkRules,
  officers: readonly string[],
): readonly Workload[] {
  const monday = mondayOf(rules.on);
  const open = new Map<string, WorkCase[]>(officers.map((officer) => [officer, []]));
  const decided = new Map<string, number>();
  for (const each of cases) {
    if (workStageOf(each) !== 'done') {
      const own = open.get(each.assigned_to);
      if (own === undefined) open.set(each.assigned_to, [each]);
      else own.push(each);
    }
    const { decided_on } = each;
    if (decided_on === null || decided_on < monday || decided_on > rules.on) continue;
    const by = each.decided_by === '' ? each.assigned_to : each.decided_by;
    decided.set(by, (decided.get(by) ?? 0) + 1);
    if (!open.has(by)) open.set(by, []);
  }
  return [...open]
    .map(([officer, own]): Workload => {
      const undecided = own.filter(({ status }) => isUndecided(status));
      return {
        officer,
        open: own.length,
        undecided: undecided.length,
        at_risk: own.filter((each) => risksOf(each, rules).length > 0).length,
        decided_this_week: decided.get(officer) ?? 0,
        median_age_days: median(undecided.flatMap((each) => ageDays(each, rules.on) ?? [])),
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.officer === '') - Number(b.officer === '') ||
        b.open - a.open ||
        (a.officer < b.officer ? -1 : 1),
    );
}
