/** Prices beside routes alike; compared again only when the county's cost has changed. */
import type { Store } from '../../../db/store.ts';
import type { PeersPage, PricesPage } from '../../../shared/api/views/value.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CostFacts } from '../../../shared/pressure/facts.ts';
import { pricesOutOfLine, type PriceComparison } from '../../../shared/pressure/value/out-of-line.ts'; // prettier-ignore
import { costsOf } from '../kept-costs.ts';

const kept = new WeakMap<CostFacts, PriceComparison>();

function compared(store: Store, on: IsoDate): Result<readonly [CostFacts, PriceComparison]> {
  const costs = costsOf(store, on);
  if (!costs.ok) return costs;
  const { facts } = costs.value;
  const known = kept.get(facts);
  if (known !== undefined) return ok([facts, known]);
  const found = pricesOutOfLine({ ...facts, reasons: reasonsOf(store) });
  kept.set(facts, found);
  return ok([facts, found]);
}

/** Why a contract was let without a tender, where it was. */
function reasonsOf(store: Store): ReadonlyMap<number, string> {
  return new Map(
    store.lots
      .awards()
      .filter(({ withdrawn, lot_id }) => withdrawn === null && lot_id === null)
      .map(({ contract_id, signed }) => [contract_id, `Awarded directly: ${signed.reason}`]),
  );
}

/** Those out of line, and what was not compared. */
export function pricesPage(store: Store, on: IsoDate): Result<PricesPage> {
  const found = compared(store, on);
  if (!found.ok) return found;
  const [facts, { groups, rows, ...rest }] = found.value;
  const name = schoolName(facts);
  return ok({
    ...rest,
    rows: rows.map((row) => ({ ...row, school: name(row.school_urn) })),
    groups: groups.length,
    sources: [
      `Compared with running contracts of the plan alike: the same vehicle class, with or without an assistant, the same needs (wheelchair, sole occupancy and trained crew are groups of their own), the same number of clients (1, 2 to 3, 4 to 7, 8 or more), priced in the same academic year; where a year has too few, all years together.`,
      `The line is Theil-Sen’s (1950, 1968): the median slope of price a day by miles of the morning run, which a few dear routes do not bend.`,
      `Listed from ${rest.threshold_percent}% above the line, among at least ${rest.fewest_peers} other routes: both are settings [A].`,
    ],
  });
}

/** A group with all its routes. */
export function peersPage(store: Store, on: IsoDate, key: string): Result<PeersPage> {
  const found = compared(store, on);
  if (!found.ok) return found;
  const [facts, { groups }] = found.value;
  const group = groups.find((each) => each.key === key);
  if (group === undefined)
    return fail('no_group', 'These routes are not compared any more.', 'Look at the list again.');
  const name = schoolName(facts);
  return ok({
    ...group,
    routes: group.routes.map((route) => ({ ...route, school: name(route.school_urn) })),
  });
}

function schoolName({ schools }: CostFacts): (urn: number | null) => string {
  return (urn) => (urn === null ? '' : (schools.get(urn)?.name ?? `URN ${urn}`));
}
