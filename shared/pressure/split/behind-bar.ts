/** The clients behind one bar, and what of them is another on the two sides. */
import { ADJUSTMENT_KINDS, type AdjustmentKind } from '../../costing/adjustment-settings.ts';
import { formatMiles } from '../../format/distance.ts';
import { formatPence } from '../../format/money.ts';
import { formatPumpPrice } from '../../format/money.ts';
import { formatDate } from '../../format/date.ts';
import { metres } from '../../kernel/units.ts';
import { priceBehind, type CarriedRow, type SplitBasis } from './carried.ts';
import { isMoved, type Split, type SplitBarName } from './split-sides.ts';
import { STAYER_BARS, type StayerBar } from './split-stayers.ts';

/** One client behind a bar. Money in pence; `before` and `after` say in words what the bar's factor was. */
export interface BehindRow {
  readonly client_id: number;
  readonly school_urn: number | null;
  readonly from_pence: number;
  readonly to_pence: number;
  readonly before: string;
  readonly after: string;
}

/** Everybody behind a bar, the largest change of cost first. A factor's bar is made of a school's clients together, so rows of a factor show what moved, not parts of the bar. */
export function behindBar(
  split: Split,
  bar: SplitBarName,
  basis: SplitBasis,
): readonly BehindRow[] {
  const rows =
    bar === 'joiners'
      ? ridesOf([], split.joiners)
      : bar === 'leavers'
        ? ridesOf(split.leavers, [])
        : bar === 'unplaced'
          ? ridesOf(split.unplaced, [])
          : bar === 'savings'
            ? savedOf(split)
            : isOfNobody(bar)
              ? []
              : movedBy(split, bar);
  const words = isOfNobody(bar) ? dayWords : wordsOf(bar, basis);
  return rows
    .map(({ client_id, first, second }): BehindRow => ({
      client_id,
      school_urn: (second[0] ?? first[0])?.school_urn ?? null,
      from_pence: penceOf(first),
      to_pence: penceOf(second),
      before: words(first),
      after: words(second),
    }))
    .toSorted((a, b) => Math.abs(b.to_pence - b.from_pence) - Math.abs(a.to_pence - a.from_pence) || a.client_id - b.client_id); // prettier-ignore
}

type NobodyBar = 'no_clients' | AdjustmentKind;

/** Bars behind which no clients stand. */
function isOfNobody(bar: SplitBarName): bar is NobodyBar {
  return bar === 'no_clients' || ADJUSTMENT_KINDS.some((kind) => kind === bar);
}

interface Rides {
  readonly client_id: number;
  readonly first: readonly CarriedRow[];
  readonly second: readonly CarriedRow[];
}

function ridesOf(first: readonly CarriedRow[], second: readonly CarriedRow[]): readonly Rides[] {
  const ids = new Set([...first, ...second].map(({ client_id }) => client_id));
  const [before, after] = [first, second].map((rows) => Map.groupBy(rows, ({ client_id }) => client_id)); // prettier-ignore
  return [...ids].map((client_id) => ({ client_id, first: before?.get(client_id) ?? [], second: after?.get(client_id) ?? [] })); // prettier-ignore
}

function movedBy(split: Split, bar: StayerBar): readonly Rides[] {
  return split.groups
    .filter((group) => group.split[bar] !== 0)
    .flatMap(({ first, second }) => ridesOf(first, second))
    .filter(({ first, second }) => isMoved(bar, first, second));
}

/** Whoever rides on a contract that a saving made cheaper. */
function savedOf({ groups }: Split): readonly Rides[] {
  return groups.flatMap(({ first, second, saved }) => {
    const ids = new Set(saved.map(({ client_id }) => client_id));
    return ids.size === 0 ? [] : ridesOf(first, second).filter(({ client_id }) => ids.has(client_id)); // prettier-ignore
  });
}

/** Each route with a whole vehicle's day. */
function dayWords(rows: readonly CarriedRow[]): string {
  return rows
    .map(
      ({ route_ref, pence, vehicle_days }) =>
        `${route_ref}: ${formatPence(Math.round(pence / Math.max(vehicle_days, 1e-9)))} a day`,
    ) // prettier-ignore
    .join(', ');
}

/** What a bar's factor is for a client on one side. */
function wordsOf(
  bar: Exclude<SplitBarName, NobodyBar>,
  basis: SplitBasis,
): (rows: readonly CarriedRow[]) => string {
  const each = (of: (row: CarriedRow) => string) => (rows: readonly CarriedRow[]) =>
    [...new Set(rows.map(of))].join(', ');
  const vehicles = new Map(basis.card.classes.map(({ id, name }) => [id, name]));
  const on: Record<StayerBar, (row: CarriedRow) => string> = {
    full_year_effect: (row) => `${tidy(row.days)} days`,
    days: (row) => `${tidy(row.days)} days`,
    distance: (row) => `${row.route_ref}: ${formatMiles(metres(row.route_m))}`,
    sharing: (row) => `${tidy(row.aboard)} aboard`,
    mix: (row) => vehicles.get(row.vehicle_class) ?? row.vehicle_class,
    assistants: (row) => formatPence(Math.round(row.assistant_pence)),
    fuel: (row) => atPrice(row, formatPrice(priceBehind(row, 'diesel', basis), formatPumpPrice)),
    labour: (row) => atPrice(row, formatPrice(priceBehind(row, 'wage', basis), (pence) => `${formatPence(Math.round(pence))} an hour`)), // prettier-ignore
    other_prices: (row) => atPrice(row, formatPrice(priceBehind(row, 'cpi', basis), (index) => index.toFixed(1))), // prettier-ignore
    retender: (row) => `${formatPence(Math.round((row.pence - row.assistant_pence) / Math.max(row.vehicle_days, 1e-9)))} a vehicle’s day`, // prettier-ignore
  };
  const stayer = STAYER_BARS.find((name) => name === bar);
  return each(stayer === undefined ? (row) => row.route_ref : on[stayer]);
}

function atPrice({ priced_on, assumed }: CarriedRow, price: string): string {
  return `${price}, ${assumed === undefined ? formatDate(priced_on) : 'assumed'}`;
}

function formatPrice(price: number | null, words: (price: number) => string): string {
  return price === null ? 'not known' : words(price);
}

function tidy(days: number): string {
  return String(Math.round(days * 10) / 10);
}

function penceOf(rows: readonly CarriedRow[]): number {
  return rows.reduce((sum, { pence }) => sum + pence, 0);
}
