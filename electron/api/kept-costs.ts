import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { buildLedger, type Ledger } from '../../shared/pressure/ledger.ts';
import { makeOverview, type Overview } from '../../shared/pressure/overview.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { judgePlacements, type ClientPlacement } from '../../shared/pressure/placement.ts';
import { readCostFacts } from '../jobs/cost-facts.ts';
import { loadedNetwork, roadsLabel } from '../roads/road-travel.ts';

/** The county's cost as reckoned last, kept because the fuel slider asks many times a second. */
export interface Costs {
  readonly facts: CostFacts;
  readonly ledger: Ledger;
  readonly overview: Overview;
  /** Every share's placement as it was judged. */
  readonly placements: readonly ClientPlacement[];
}

const kept = new WeakMap<Store, { readonly mark: string; readonly costs: Costs }>();

/** The county's cost, reckoned again only when the plan, the data or the day has changed. */
export function costsOf(store: Store, on: IsoDate): Result<Costs> {
  const roads = loadedNetwork(store)?.meta;
  const mark = `${store.read.basis(on)} ${roads === undefined ? '' : roadsLabel(roads)}`;
  const last = kept.get(store);
  if (last !== undefined && last.mark === mark) return ok(last.costs);
  const read = readCostFacts(store, on);
  if (!read.ok) return read;
  const facts = read.value;
  const ledger = buildLedger(facts);
  const placements = judgePlacements(facts, ledger);
  const costs = { facts, ledger, placements, overview: makeOverview(facts, ledger, placements) };
  kept.set(store, { mark, costs });
  return ok(costs);
}
