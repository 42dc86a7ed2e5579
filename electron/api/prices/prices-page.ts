/** Series of prices with their sources, corrections and gaps. */
import type { Store } from '../../../db/store.ts';
import type { PricePoint, PriceSeriesView, PricesPage } from '../../../shared/api/views/prices.ts';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { firstDayOf, monthOf, parseMonthKey } from '../../../shared/calendar/months.ts';
import {
  baseWords,
  monthWords,
  overlapOf,
  overlapSentence,
} from '../../../shared/costing/clauses/chain-series.ts';
import { correctionsOf, wageKey } from '../../../shared/costing/clauses/effective-series.ts';
import { indexBook, INDEX_WORDS } from '../../../shared/costing/clauses/index-book.ts';
import {
  gapSentences,
  monthGaps,
  oldMonthSentence,
  oldWeekSentence,
  weekGaps,
} from '../../../shared/costing/clauses/series-gaps.ts';
import { WEEKS_APART_DAYS } from '../../../shared/figures/price-series-figure.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { PRICE_INDICES, type PriceIndex } from '../../../shared/model/index-clause.ts';
import type { PriceCorrection, PriceFile } from '../../../shared/model/price-series.ts';

const FILE_OF: Readonly<Record<PriceIndex, PriceFile>> = {
  diesel: 'fuel',
  petrol: 'fuel',
  cpi: 'cpi',
  wage_floor: 'wages',
};
/** A line through points further apart than this would draw what is not known. */
const BREAKS_AFTER: Readonly<Record<PriceIndex, number>> = {
  diesel: WEEKS_APART_DAYS,
  petrol: WEEKS_APART_DAYS,
  cpi: 45,
  wage_floor: 800,
};
const ADULT_AGE = 23;

/** All series as they count. */
export function pricesPage(store: Store, on: IsoDate): PricesPage {
  const { prices } = store;
  const corrections = prices.corrections();
  const published = prices.published();
  const base = prices.source('cpi')?.base_year ?? 0;
  const rebased = prices.rebased();
  const bases = [...new Set(rebased.map(({ base_year }) => base_year))];
  return {
    on,
    series: PRICE_INDICES.map((series) => seriesView(store, series, { on, corrections })),
    base_words: published.cpi.length === 0 ? '' : baseWords(base),
    rebased: bases.map((base_year) => {
      const months = rebased.filter((each) => each.base_year === base_year);
      const overlap = overlapOf(published.cpi, months);
      const last = months.at(-1)?.month ?? '';
      return {
        base_year,
        name: baseWords(base_year),
        months: months.length,
        sentence: `${formatQuantity(months.length, 'month')} to ${monthWords(last)}, kept apart. ${overlapSentence(overlap, base, base_year)}`,
        can_chain: overlap.ratio !== null,
      };
    }),
    choice: prices.choice(),
  };
}

function seriesView(
  store: Store,
  series: PriceIndex,
  { on, corrections }: { readonly on: IsoDate; readonly corrections: readonly PriceCorrection[] },
): PriceSeriesView {
  const points = pointsOf(store, series, correctionsOf(corrections, series));
  const words = INDEX_WORDS[series];
  return {
    series,
    name: words.name,
    unit: words.unit,
    breaks_after_days: BREAKS_AFTER[series],
    source: store.prices.source(FILE_OF[series]),
    source_words: words.source,
    points,
    notes: notesOf(store, series, { on, points }),
  };
}

function pointsOf(
  store: Store,
  series: PriceIndex,
  corrected: ReadonlyMap<string, PriceCorrection>,
): readonly PricePoint[] {
  const published = store.prices.published();
  const point = (
    at: string,
    label: string,
    day: IsoDate,
    value: number,
    was: number | undefined,
  ): PricePoint => ({
    at,
    label,
    day,
    value,
    published: was ?? null,
    correction: corrected.get(at) ?? null,
  });
  if (series === 'cpi') {
    // Chosen months have another value than the published: that is no correction.
    const was = new Map(published.cpi.map(({ month, index }) => [month, index]));
    return store.prices.cpi().flatMap(({ month, index }) => {
      const key = parseMonthKey(month);
      return key === null
        ? []
        : [
            point(
              month,
              monthWords(month),
              firstDayOf(key),
              index,
              corrected.has(month) ? was.get(month) : index,
            ),
          ];
    });
  }
  if (series === 'wage_floor') {
    const was = new Map(published.wages.map((floor) => [wageKey(floor), floor.pence_an_hour]));
    return store.prices
      .wages()
      .filter(({ min_age, max_age }) => min_age <= ADULT_AGE && ADULT_AGE < max_age)
      .map((floor) =>
        point(
          wageKey(floor),
          `${formatDate(floor.from_on)}, from ${floor.min_age}`,
          floor.from_on,
          floor.pence_an_hour,
          was.get(wageKey(floor)),
        ),
      );
  }
  const was = new Map<string, number>(published.fuel.map((week) => [week.week_on, week[series]]));
  return store.prices
    .fuel()
    .map((week) =>
      point(
        week.week_on,
        formatDate(week.week_on),
        week.week_on,
        week[series],
        was.get(week.week_on),
      ),
    );
}

function notesOf(
  store: Store,
  series: PriceIndex,
  { on, points }: { readonly on: IsoDate; readonly points: readonly PricePoint[] },
): readonly string[] {
  const waiting = correctionsOf(store.prices.corrections(), series);
  const shown = new Set(points.map(({ at }) => at));
  const unpaired = [...waiting.values()].filter(({ at }) => !shown.has(at));
  const alone =
    unpaired.length === 0
      ? []
      : [
          `${formatQuantity(unpaired.length, 'week')} given by hand ${unpaired.length === 1 ? 'has' : 'have'} one price alone and count once petrol and diesel are both known: ${unpaired.map(({ at }) => shownDay(at)).join(', ')}.`,
        ];
  if (series === 'cpi') {
    const months = points.map(({ at }) => at);
    const newest = indexBook({ fuel: [], cpi: store.prices.cpi(), wages: [] }).newest('cpi');
    return [
      ...gapSentences(monthGaps(months), 'month'),
      oldMonthSentence(newest, monthOf(on)),
    ].filter((each) => each !== '');
  }
  if (series === 'wage_floor')
    return points.length === 0
      ? ['No wage floor is known. Import the minimum and living wage rates.']
      : [];
  const weeks = points.map(({ day }) => day);
  return [
    ...gapSentences(weekGaps(weeks), 'week'),
    oldWeekSentence(weeks.findLast((week) => week <= on) ?? null, on),
    ...alone,
  ].filter((each) => each !== '');
}

function shownDay(at: string): string {
  const day = parseIsoDate(at);
  return day === null ? at : formatDate(day);
}
