/** What savings delivered: what the prices of their contracts changed by, times the days, from the saving's day. Nothing else counts, and nothing is typed in. */
import { addDays, daysBetween, type IsoDate } from '../calendar/dates.ts';
import { spanOf, yearSpan, type Period } from '../calendar/financial-year.ts';
import { formatPence } from '../format/money.ts';
import { formatQuantity } from '../format/number.ts';
import type { Saving } from '../model/budget.ts';
import type { ContractPosition } from './position.ts';
import { countsUntil } from './saved-prices.ts';

/** One contract of a saving. */
export interface SavedOn {
  readonly ref: string;
  /** A day's price the day before the saving begins; null: the register has no such contract, or nothing of it counts. */
  readonly before_pence: number | null;
  /** A day's price on the last day that counts. */
  readonly now_pence: number;
  readonly days_run: number;
  readonly days_left: number;
  /** Up to the period's end; below 0 where the price rose. */
  readonly delivered_pence: number;
  /** To 31 March as priced now. */
  readonly year_pence: number;
  readonly sentence: string;
}

export interface SavingStanding {
  readonly saving: Saving;
  readonly planned_pence: number;
  readonly planned_to_date_pence: number;
  readonly delivered_pence: number;
  readonly year_pence: number;
  readonly contracts: readonly SavedOn[];
}

/** Where each saving of the year stands at a period's end. */
export function savingStandings(
  savings: readonly Saving[],
  contracts: ReadonlyMap<string, ContractPosition>,
  period: Period,
): readonly SavingStanding[] {
  const byRef = new Map([...contracts].map(([ref, each]) => [ref.toUpperCase(), each]));
  return savings
    .filter(({ year }) => year === period.year)
    .map((saving): SavingStanding => {
      const own = saving.contracts.map((ref) => savedOn(saving, { ref, until: countsUntil(saving, ref, savings) }, byRef.get(ref.toUpperCase()), period)); // prettier-ignore
      const sum = (of: (each: SavedOn) => number): number => own.reduce((total, each) => total + of(each), 0); // prettier-ignore
      return {
        saving,
        planned_pence: saving.profile.reduce((total, pence) => total + pence, 0),
        planned_to_date_pence: saving.profile.slice(0, period.period).reduce((total, pence) => total + pence, 0), // prettier-ignore
        delivered_pence: sum((each) => each.delivered_pence),
        year_pence: sum((each) => each.year_pence),
        contracts: own,
      };
    });
}

function savedOn(
  { from_on }: Saving,
  { ref, until }: { readonly ref: string; readonly until: ReturnType<typeof countsUntil> },
  position: ContractPosition | undefined,
  period: Period,
): SavedOn {
  const none = { ref, before_pence: null, now_pence: 0, days_run: 0, days_left: 0, delivered_pence: 0, year_pence: 0 }; // prettier-ignore
  if (position === undefined) return { ...none, sentence: 'The register has no such contract that counts, so nothing is delivered on it.' }; // prettier-ignore
  const { known, days } = position;
  const eve = addDays(from_on, -1);
  if (eve < known.first) return { ...none, sentence: 'It had no price on the day before, so there is nothing to compare with.' }; // prettier-ignore
  if (until === 'none') return { ...none, sentence: 'Another saving of the same day names this contract too: what its price changed by counts there.' }; // prettier-ignore
  const price = (day: IsoDate): number => {
    // From the day of its next saving on, what the price changes by counts there.
    const { vehicle, assistant } = known.priceOn(until !== null && day >= until ? addDays(until, -1) : day); // prettier-ignore
    return vehicle + assistant;
  };
  const before_pence = price(eve);
  const [end, last] = [spanOf(period).to, yearSpan(period.year).to].map((day) => daysBetween(days.from, day)); // prettier-ignore
  let [run, all, days_run, days_left] = [0, 0, 0, 0];
  let now_pence = before_pence;
  const first = Math.max(0, daysBetween(days.from, from_on));
  for (let at = first; at <= (last ?? 0); at++) {
    const percent = days.percent[at] ?? 0;
    if (percent === 0) continue;
    now_pence = price(addDays(days.from, at));
    const saved = (before_pence - now_pence) * percent;
    all += saved;
    if (at <= (end ?? 0)) {
      run += saved;
      days_run += percent / 100;
    } else days_left += percent / 100;
  }
  const delivered_pence = Math.round(run / 100) || 0;
  const year_pence = Math.round(all / 100) || 0;
  const sentence =
    year_pence === 0 && before_pence === now_pence
      ? `Its price is ${formatPence(before_pence)} a day as before: nothing is delivered.`
      : `${formatPence(before_pence)} a day before, ${formatPence(now_pence)} now: ${formatQuantity(Math.round(days_run * 10) / 10, 'day')} run, ${formatQuantity(Math.round(days_left * 10) / 10, 'day')} to come.`; // prettier-ignore
  return {
    ref,
    before_pence,
    now_pence,
    days_run,
    days_left,
    delivered_pence,
    year_pence,
    sentence,
  };
}
