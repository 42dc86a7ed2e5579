import type { CountyFacts } from './county.ts';
import { disruptionPricesAt } from './disruption.ts';
import type { RunTimes, Settled } from './problem.ts';

/** The planner's prices on what changes for whoever a contract carries, as the search weighs them. */
export function settledTerms({ settings, on }: CountyFacts, times: RunTimes): Settled {
  const prices = disruptionPricesAt(settings, on);
  return {
    companions: prices.companions_pence,
    assistant: prices.assistant_pence,
    minute: prices.pick_up_minute_pence,
    tolerance: prices.tolerance_s,
    times,
  };
}
