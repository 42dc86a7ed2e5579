/** What transport to each school costs a child on average, by the plan in use. */
import { schoolOfStop } from '../../model/route-schools.ts';
import type { Ledger } from '../ledger.ts';
import type { AverageCost } from './side-by-side.ts';

/** By school: children carried there and the mean of their shares, whole pence a year. A school that nobody is carried to is not in it. */
export function averagesBySchool(ledger: Ledger): ReadonlyMap<number, AverageCost> {
  const sums = new Map<number, { readonly clients: Set<number>; pence: number }>();
  for (const { client_id, route, stop, year_pence } of ledger.this_year) {
    if (client_id === null || stop === null) continue;
    const urn = schoolOfStop(route, stop);
    if (urn === null) continue;
    const sum = sums.get(urn) ?? { clients: new Set<number>(), pence: 0 };
    sum.clients.add(client_id);
    sum.pence += year_pence;
    sums.set(urn, sum);
  }
  return new Map(
    [...sums].map(([urn, { clients, pence }]) => [
      urn,
      { clients: clients.size, year_pence: Math.round(pence / clients.size) },
    ]),
  );
}
