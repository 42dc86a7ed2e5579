import type { DistrictFacts } from '../../shared/figures/district-measures.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { breakdown } from '../../shared/pressure/breakdown.ts';
import type { Store } from '../../db/store.ts';
import { costsOf } from './kept-costs.ts';

interface Count {
  clients: number;
  without: number;
  asked: number;
  complete: number;
}

/** The same as text, kept until anything changes. */
export function districtFactsText(store: Store, on: IsoDate): string {
  return store.read.derived('map_districts', on, () => JSON.stringify(districtFacts(store, on)));
}

/** What the map may shade districts by: the same children, pounds and forms that Today, Costs and TIFs count. */
function districtFacts(store: Store, on: IsoDate): readonly DistrictFacts[] {
  const counts = new Map<string, Count>();
  const countOf = (code: string): Count => {
    const known = counts.get(code);
    if (known !== undefined) return known;
    const made = { clients: 0, without: 0, asked: 0, complete: 0 };
    counts.set(code, made);
    return made;
  };
  const states = new Map(store.read.states(on).map((state) => [state.client_id, state]));
  for (const { id, district_code } of store.clients.all()) {
    const state = states.get(id);
    if (state?.active !== true) continue;
    const count = countOf(district_code);
    count.clients += 1;
    if (state.transport !== 'in_place' && state.transport !== 'closed') count.without += 1;
  }
  for (const { district_code, complete } of store.read.tifRequests(on)) {
    const count = countOf(district_code);
    count.asked += 1;
    if (complete) count.complete += 1;
  }
  const costs = costsOf(store, on);
  const rows = costs.ok ? breakdown(costs.value.facts, costs.value.ledger, 'district') : [];
  const costOf = new Map(rows.map((row) => [row.key, row]));
  return store.districts.all().map(({ code, name, own }) => {
    const count = countOf(code);
    const cost = costOf.get(code);
    return {
      code,
      name,
      own,
      clients: count.clients,
      without_transport: count.without,
      carried: cost?.clients ?? 0,
      cost_year_pence: cost?.cost_year_pence ?? null,
      mean_distance_m: cost?.mean_distance_m ?? null,
      tif_asked: count.asked,
      tif_complete: count.complete,
    };
  });
}
