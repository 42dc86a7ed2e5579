/** Corrections of published prices, and which index counts. */
import type { Change, Store } from '../../../db/store.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { parseIsoDate, weekdayOf, type IsoDate } from '../../../shared/calendar/dates.ts';
import { parseMonthKey } from '../../../shared/calendar/months.ts';
import { chainSeries } from '../../../shared/costing/clauses/chain-series.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PriceIndex } from '../../../shared/model/index-clause.ts';
import { notComplete } from '../client-case.ts';

/** What a value of each series may be: 20p to 600p a litre, an index above nothing, £1 to £100 an hour. */
const RANGES: Readonly<Record<PriceIndex, readonly [number, number, string]>> = {
  diesel: [2000, 60_000, 'A pump price is 20p to 600p a litre.'],
  petrol: [2000, 60_000, 'A pump price is 20p to 600p a litre.'],
  cpi: [0.1, 10_000, 'An index is above nothing.'],
  wage_floor: [100, 10_000, 'A wage floor is £1 to £100 an hour.'],
};

interface When {
  readonly on: IsoDate;
  readonly change: Change;
}

/** Puts a value in the place of the published one, or says all that is wrong with it. */
export function correctPrice(
  store: Store,
  given: Input<'prices/correct'>,
  { on, change }: When,
): Result<null> {
  const { series, at, value } = given;
  const [least, most, words] = RANGES[series];
  const reason = given.reason.trim();
  const by = given.by.trim();
  const problems = [
    ...(isOf(series, at)
      ? []
      : [
          series === 'cpi'
            ? 'Give the month, such as 2026-05.'
            : series === 'wage_floor'
              ? 'Give the first day and the ages.'
              : 'Give the Monday of the week.',
        ]),
    ...(Number.isFinite(value) && value >= least && value <= most ? [] : [words]),
    ...(reason === ''
      ? ['Write why the published value is not right, and where yours is from.']
      : []),
    ...(by === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  store.write({ ...change, who: by }, () => {
    store.prices.correct({ series, at, value, reason, by, on });
  });
  return ok(null);
}

function isOf(series: PriceIndex, at: string): boolean {
  if (series === 'cpi') return parseMonthKey(at) !== null;
  if (series === 'wage_floor') {
    const [from = '', min = '', max = ''] = at.split(' ');
    return parseIsoDate(from) !== null && Number(min) >= 0 && Number(max) > Number(min);
  }
  const day = parseIsoDate(at);
  return day !== null && weekdayOf(day) === 'Mon';
}

/** Chooses how an index of another base year counts. */
export function chooseBase(
  store: Store,
  given: Input<'prices/choose-base'>,
  { on, change }: When,
): Result<null> {
  const { choice } = given;
  const reason = given.reason.trim();
  const by = given.by.trim();
  const other = store.prices.rebased().filter(({ base_year }) => base_year === choice?.base_year);
  const problems = [
    ...(choice !== null && reason === '' ? ['Write why.'] : []),
    ...(by === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  if (choice !== null && other.length === 0)
    return fail('no_series', 'There is no index of that base year.', 'Import it first.');
  if (choice?.how === 'chain' && chainSeries(store.prices.published().cpi, other) === null)
    return fail(
      'no_overlap',
      'No month is in both series, so they cannot be chained.',
      'Import a file that overlaps, or go by the new series alone.',
    );
  store.write({ ...change, who: by }, () => {
    store.prices.choose(choice === null ? null : { ...choice, reason, by, on });
  });
  return ok(null);
}
