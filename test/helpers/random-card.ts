/** Rate cards of every kind: fixed prices, distance, hours, minima, the way to the first pick-up, each of them there or not. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { RateCard, VehicleClass } from '../../shared/model/money.ts';

/** The county with a rate card in which classes may be paid by the hour, to a minimum, and for the way to the first pick-up. */
export function withRandomCard(facts: AuditFacts, seed: number): AuditFacts {
  const random = seededRandom(seed + 5);
  const some = (most: number): number => (random.chance(0.3) ? 0 : random.below(most));
  const card = rateCardAt(facts.settings, facts.on);
  const value: RateCard = {
    assistant_pence: random.below(6000),
    classes: card.classes.map((each) => ({
      ...each,
      fixed_pence: some(20_000),
      per_km_pence: some(200),
      ...(random.chance(0.3) ? {} : { per_hour_pence: some(5000) }),
      ...(random.chance(0.3) ? {} : { minimum_pence: some(20_000) }),
      ...(random.chance(0.3) ? {} : { dead_mileage_m: some(9000) }),
    })),
  };
  const settings = facts.settings.map((each) => {
    if (each.key === 'rate_card') return { ...each, value };
    return each.key === 'dead_mileage_m' ? { ...each, value: some(4000) } : each;
  });
  return { ...facts, settings };
}

/** The county with something changed about every class of its rate card. */
export function withEveryClass(facts: AuditFacts, change: Partial<VehicleClass>): AuditFacts {
  const card = rateCardAt(facts.settings, facts.on);
  const value: RateCard = {
    ...card,
    classes: card.classes.map((each) => ({ ...each, ...change })),
  };
  return {
    ...facts,
    settings: facts.settings.map((each) => (each.key === 'rate_card' ? { ...each, value } : each)),
  };
}
