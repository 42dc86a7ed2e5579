/** What moves the cost beside contracts: policy, savings, income, one-offs. Dated, signed, sourced; kept as a setting with its history. */
import { addDays, daysBetween, parseIsoDate, type IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';

/** The key of the adjustments. */
export const ADJUSTMENT_KEYS = ['cost_adjustments'] as const;
type Key = (typeof ADJUSTMENT_KEYS)[number];

/** The bars that they are told in, last in the waterfall. */
export const ADJUSTMENT_KINDS = ['policy', 'savings', 'income', 'one_offs'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** Bars that an adjustment may be part of already; `none`: it is not in the price of any route, and is added to the total. */
export const ADJUSTED_BARS = ['none', 'days', 'distance', 'sharing', 'mix', 'assistants', 'retender'] as const; // prettier-ignore
export type AdjustedBar = (typeof ADJUSTED_BARS)[number];

/** What each kind is called, as its bar is. */
export const ADJUSTMENT_KIND_WORDS: Readonly<Record<AdjustmentKind, string>> = {
  policy: 'Policy',
  savings: 'Savings',
  income: 'Income',
  one_offs: 'One-offs',
};

/** What each bar is called, as the waterfall calls it. */
export const ADJUSTED_BAR_WORDS: Readonly<Record<AdjustedBar, string>> = {
  none: 'None: beside the routes',
  days: 'Days operated',
  distance: 'Distance',
  sharing: 'Sharing',
  mix: 'Vehicle mix',
  assistants: 'Passenger assistants',
  retender: 'Retender price',
};

/** One adjustment: what it comes to over all its days; a saving and income stand below 0. */
export interface Adjustment {
  readonly kind: AdjustmentKind;
  readonly label: string;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly pence: number;
  readonly within: AdjustedBar;
  /** Where it is decided or recorded: minute, ledger, agreement; '' where nobody said. */
  readonly source: string;
  /** Officer who signed it; '' where it was typed as a plain setting. */
  readonly signed_by: string;
}

/** As it is kept: the last two came later, so what an older Kerbside kept lacks them. */
type KeptAdjustment = Omit<Adjustment, 'source' | 'signed_by'> & Partial<Adjustment>;

function isAdjustments(value: unknown): value is readonly KeptAdjustment[] {
  return Array.isArray(value) && value.every(isAdjustment);
}

function isAdjustment(value: unknown): value is KeptAdjustment {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, label, from_on, to_on, pence, within, source = '', signed_by = '' } = value as Record<string, unknown>; // prettier-ignore
  return (
    typeof source === 'string' &&
    typeof signed_by === 'string' &&
    ADJUSTMENT_KINDS.some((known) => known === kind) &&
    ADJUSTED_BARS.some((known) => known === within) &&
    typeof label === 'string' &&
    isDay(from_on) &&
    isDay(to_on) &&
    from_on <= to_on &&
    typeof pence === 'number' &&
    Number.isSafeInteger(pence)
  );
}

function isDay(value: unknown): value is IsoDate {
  return typeof value === 'string' && parseIsoDate(value) !== null;
}

/** What it may be. */
export const ADJUSTMENT_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  cost_adjustments: isAdjustments,
};

/** Adjustments as they are recorded on a day; those of nothing are left out. One typed before source and signature were asked for has them empty. */
export function adjustmentsAt(settings: readonly Setting[], on: IsoDate): readonly Adjustment[] {
  let newest: Setting | null = null;
  for (const each of settings)
    if (each.key === 'cost_adjustments' && each.from_on <= on && (newest === null || each.from_on >= newest.from_on)) newest = each; // prettier-ignore
  if (newest === null || !isAdjustments(newest.value)) return [];
  return newest.value
    .filter(({ pence }) => pence !== 0)
    .map((each) => ({ ...each, source: each.source ?? '', signed_by: each.signed_by ?? '' }));
}

/** The day on which another list, dated ahead, takes the place of today's; null for none. */
export function adjustmentsReplacedOn(settings: readonly Setting[], on: IsoDate): IsoDate | null {
  return settings
    .filter(({ key, from_on }) => key === 'cost_adjustments' && from_on > on)
    .reduce<IsoDate | null>(
      (first, { from_on }) => (first === null || from_on < first ? from_on : first),
      null,
    );
}

/** The part of an adjustment that falls in a period, by days, whole pence. */
export function pencePart(
  { from_on, to_on, pence }: Pick<Adjustment, 'from_on' | 'to_on' | 'pence'>,
  period: { readonly from_on: IsoDate; readonly to_on: IsoDate },
): number {
  const first = from_on > period.from_on ? from_on : period.from_on;
  const last = to_on < period.to_on ? to_on : period.to_on;
  if (first > last) return 0;
  const days = (from: IsoDate, to: IsoDate): number => daysBetween(from, addDays(to, 1));
  return Math.round((pence * days(first, last)) / days(from_on, to_on));
}

/** What is recorded beside the routes in a period, in no route's price: whole pence, below 0 where the cost is less. */
export function besideRoutes(
  settings: readonly Setting[],
  on: IsoDate,
  period: { readonly from_on: IsoDate; readonly to_on: IsoDate },
): number {
  return adjustmentsAt(settings, on).reduce(
    (sum, each) => (each.within === 'none' ? sum + pencePart(each, period) : sum),
    0,
  );
}

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const ADJUSTMENT_ROWS: readonly (readonly [Key, string, readonly unknown[], string, string, string, boolean])[] = [
  [
    'cost_adjustments',
    '2020-09-01',
    [{ kind: 'policy', label: 'nothing recorded yet', from_on: '2026-09-01', to_on: '2027-08-31', pence: 0, within: 'none' }],
    `kind: ${ADJUSTMENT_KINDS.join(', ')}; pence over all its days, savings and income below 0; within: the bar it is part of already (${ADJUSTED_BARS.join(', ')})`,
    'Policy, savings, income and one-offs in the change of cost',
    'Left to be recorded: each with who decided it, where and when, as the source',
    false,
  ],
]; // prettier-ignore
