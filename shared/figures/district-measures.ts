/** What districts are shaded by: each measure with its words, its steps, and what pictures for outside may say. */
import { formatMilesNumber } from '../format/distance.ts';
import { formatPounds } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import { isTooFew } from './small-numbers.ts';

/** What is known of one district. */
export interface DistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly own: boolean;
  /** Children to be carried whose home lies there. */
  readonly clients: number;
  /** Of them, without a confirmed contract. */
  readonly without_transport: number;
  /** On a route of the plan, what they cost a year, and their mean direct distance; null without a plan. */
  readonly carried: number;
  readonly cost_year_pence: number | null;
  readonly mean_distance_m: number | null;
  /** Open requests whose form is asked for, and those complete by Kerbside's check. */
  readonly tif_asked: number;
  readonly tif_complete: number;
}

export const MEASURES = [
  'clients',
  'cost_head',
  'mean_distance',
  'tif_completion',
  'without_transport',
] as const;
export type Measure = (typeof MEASURES)[number];

interface MeasureWords {
  /** As a heading of a column or a legend. */
  readonly label: string;
  readonly unit: string;
  /** Null where there is nothing to measure. */
  readonly value: (facts: DistrictFacts) => number | null;
  /** How many children a value rests on. */
  readonly rests: (facts: DistrictFacts) => number;
  readonly format: (value: number) => string;
}

/** Each measure's words and sums. */
export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  clients: {
    label: 'Clients',
    unit: 'children to be carried',
    value: ({ clients }) => clients,
    rests: ({ clients }) => clients,
    format: formatCount,
  },
  cost_head: {
    label: 'Cost a head',
    unit: '£ a year for a child on a route',
    value: ({ cost_year_pence, carried }) =>
      cost_year_pence === null || carried === 0 ? null : cost_year_pence / carried,
    rests: ({ carried }) => carried,
    format: (pence) => formatPounds(Math.round(pence / 100) * 100),
  },
  mean_distance: {
    label: 'Mean distance',
    unit: 'miles from home to school as the plan has them, by road or estimated, of children on a route',
    value: ({ mean_distance_m }) => mean_distance_m,
    rests: ({ carried }) => carried,
    format: formatMilesNumber,
  },
  tif_completion: {
    label: 'TIF completion',
    unit: 'complete TIFs of those asked for',
    value: ({ tif_asked, tif_complete }) => (tif_asked === 0 ? null : tif_complete / tif_asked),
    rests: ({ tif_asked }) => tif_asked,
    format: (share) => `${Math.floor(share * 100)}%`,
  },
  without_transport: {
    label: 'Without transport',
    unit: 'children without a confirmed contract',
    value: ({ without_transport }) => without_transport,
    rests: ({ without_transport }) => without_transport,
    format: formatCount,
  },
};

/** A district's value in words; for outside, what rests on 1 to 4 children is not told. */
export function measureText(measure: Measure, facts: DistrictFacts, outside: boolean): string {
  const { value, rests, format } = MEASURE_WORDS[measure];
  const found = value(facts);
  if (found === null) return 'no figure';
  return outside && isTooFew(rests(facts)) ? 'fewer than 5' : format(found);
}

/** How many steps a ramp has at most. */
const STEPS = 5;

/** Shades of a map: the upper end of each step, and the step of each district. */
export interface Shades {
  /** Ascending; the last is the largest value. */
  readonly upTo: readonly number[];
  /** 0 is the palest; null where there is no figure, or it may not be told. */
  readonly stepOf: ReadonlyMap<string, number | null>;
}

/** Sorts districts into steps of about as many each; fewer steps where values are alike. */
export function shadesOf(
  measure: Measure,
  districts: readonly DistrictFacts[],
  outside: boolean,
): Shades {
  const { value, rests, format } = MEASURE_WORDS[measure];
  const told = (facts: DistrictFacts): number | null =>
    outside && isTooFew(rests(facts)) ? null : value(facts);
  const values = districts.flatMap((facts) => told(facts) ?? []).toSorted((a, b) => a - b);
  const ends = Array.from(
    { length: STEPS },
    (_, i) => values[Math.ceil(((i + 1) * values.length) / STEPS) - 1],
  );
  // Ends that read alike are one step, of the largest among them.
  const byLabel = new Map(ends.flatMap((end) => (end === undefined ? [] : [[format(end), end]])));
  const upTo = [...byLabel.values()];
  const stepOf = new Map<string, number | null>(
    districts.map((facts) => {
      const found = told(facts);
      return [facts.code, found === null ? null : upTo.findIndex((end) => found <= end)];
    }),
  );
  return { upTo, stepOf };
}

/** Legend lines of a ramp, the palest first: `up to 120`, `121 to 240` have gaps for rates, so each says its upper end. */
export function stepLabels(measure: Measure, { upTo }: Shades): readonly string[] {
  const { format } = MEASURE_WORDS[measure];
  return upTo.map((end) => `up to ${format(end)}`);
}
