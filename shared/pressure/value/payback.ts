/** When independent travel training has paid for itself. */
import type { TrainingTerms } from '../../costing/value-settings-at.ts';

/** One reckoning: what training everybody costs, what it then saves, and after how many months it is paid back. */
export interface Payback {
  readonly cost_pence: number;
  /** A year, after the pass and for those who go on travelling alone only. */
  readonly saved_year_pence: number;
  /** Calendar months, to a tenth; null: it is never paid back in money. */
  readonly months: number | null;
}

/** What is taken, and the range from the dearest training that least succeeds to the cheapest that most does. */
export interface PaybackRange {
  readonly central: Payback;
  readonly slow: Payback;
  readonly quick: Payback;
}

const MONTHS = 12;

/**
 * For `clients` who begin. `low` and `high`: what their seats save a year together, pence: what the routes would really save, and their
 * shares. The middle rests on the low one: a seat freed saves nothing unless the vehicle changes.
 */
export function paybackOf(
  terms: TrainingTerms,
  given: { readonly clients: number; readonly low_pence: number; readonly high_pence: number },
): PaybackRange {
  const at = (cost: number, success: number, saves: number): Payback => {
    const cost_pence = cost * given.clients;
    const saved_year_pence = Math.round((saves - terms.onward_pence * given.clients) * success);
    const months =
      given.clients === 0 || saved_year_pence <= 0
        ? null
        : Math.round((cost_pence / saved_year_pence) * MONTHS * 10) / 10;
    return { cost_pence, saved_year_pence, months };
  };
  return {
    central: at(terms.cost_pence, terms.success, given.low_pence),
    slow: at(terms.cost_high_pence, terms.success_low, given.low_pence),
    quick: at(terms.cost_low_pence, terms.success_high, given.high_pence),
  };
}
