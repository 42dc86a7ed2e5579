import { contractSplitAt } from '../../costing/contract-shares.ts';
import { numberAt, rateCardAt } from '../../costing/read-settings.ts';
import type { CostFacts } from '../facts.ts';
import { cpiOn, dieselOn, wageFloorOn } from '../price-facts.ts';
import type { SplitBasis } from './carried.ts';

/** Rate card, shares of a price and prices on a day, as the facts have them; each day is looked up once. */
export function splitBasis(facts: CostFacts): SplitBasis {
  const { settings, on } = facts;
  return {
    card: rateCardAt(settings, on),
    driver_share: (contractSplitAt(settings, on)['driver'] ?? 0) / 100,
    fuel_share: numberAt(settings, 'fuel_share_low_percent', on) / 100,
    diesel: once((day) => dieselOn(facts.fuel, day)),
    wage: once((day) => wageFloorOn(facts.wages, day)),
    cpi: once((day) => cpiOn(facts.cpi, day)),
    ...(facts.saved === undefined ? {} : { saved: facts.saved }),
  };
}

function once(price: SplitBasis['diesel']): SplitBasis['diesel'] {
  const known = new Map<string, number | null>();
  return (on) => {
    const found = known.get(on);
    if (found !== undefined) return found;
    const made = price(on);
    known.set(on, made);
    return made;
  };
}
