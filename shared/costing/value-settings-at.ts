/** Readers of the settings that value is weighed by. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';
import { isPtbBands, type PtbBand } from './ptb-bands.ts';
import { numberAt, ptbBandsAt, read } from './read-settings.ts';

/** Whose bands: compulsory school age and younger, or sixth-form age and adults. */
export type PtbGroup = 'under_16' | 'sixth_form';

/** The personal transport budget as a policy year has it. Pence a year. */
export interface PtbPolicy {
  readonly bands: Readonly<Record<PtbGroup, readonly PtbBand[]>>;
  /** Taken off at sixth-form age, and with low income. */
  readonly contribution_pence: number;
  readonly contribution_low_income_pence: number;
  readonly payments_a_year: number;
  /** A home so close to a band's edge is a cliff-edge case, metres of straight line. */
  readonly cliff_margin_m: number;
}

/** The policy in force on a day: give the first of the academic year. */
export function ptbPolicyAt(settings: readonly Setting[], on: IsoDate): PtbPolicy {
  const contribution_pence = numberAt(settings, 'ptb_contribution_pence', on);
  const low = numberAt(settings, 'ptb_contribution_low_income_percent', on);
  return {
    bands: {
      under_16: ptbBandsAt(settings, on),
      sixth_form: read(settings, 'ptb_bands_sixth_form', on, isPtbBands),
    },
    contribution_pence,
    contribution_low_income_pence: Math.round((contribution_pence * low) / 100),
    payments_a_year: numberAt(settings, 'ptb_payments_a_year', on),
    cliff_margin_m: numberAt(settings, 'ptb_cliff_margin_m', on),
  };
}

/** What a parent is paid for driving. Pence a mile; fractions of a penny are allowed. */
export interface MileageRates {
  readonly pence: number;
  readonly after_miles: number;
  readonly over_pence: number;
  /** For the range: one rate for every mile. */
  readonly low_pence: number;
  readonly high_pence: number;
  readonly legs_a_day: number;
}

/** The rates in force on a day. */
export function mileageRatesAt(settings: readonly Setting[], on: IsoDate): MileageRates {
  return {
    pence: numberAt(settings, 'mileage_pence', on),
    after_miles: numberAt(settings, 'mileage_after_miles', on),
    over_pence: numberAt(settings, 'mileage_over_pence', on),
    low_pence: numberAt(settings, 'mileage_low_pence', on),
    high_pence: numberAt(settings, 'mileage_high_pence', on),
    legs_a_day: numberAt(settings, 'mileage_legs_a_day', on),
  };
}

/** What training a client to travel alone costs and how often it succeeds: what is taken, and the range. Fractions, pence. */
export interface TrainingTerms {
  readonly cost_pence: number;
  readonly cost_low_pence: number;
  readonly cost_high_pence: number;
  readonly success: number;
  readonly success_low: number;
  readonly success_high: number;
  /** What a trained client still costs a year. */
  readonly onward_pence: number;
  readonly from_age: number;
  readonly within_miles: number;
}

/** The terms in force on a day. */
export function trainingTermsAt(settings: readonly Setting[], on: IsoDate): TrainingTerms {
  return {
    cost_pence: numberAt(settings, 'training_cost_pence', on),
    cost_low_pence: numberAt(settings, 'training_cost_low_pence', on),
    cost_high_pence: numberAt(settings, 'training_cost_high_pence', on),
    success: numberAt(settings, 'training_success_percent', on) / 100,
    success_low: numberAt(settings, 'training_success_low_percent', on) / 100,
    success_high: numberAt(settings, 'training_success_high_percent', on) / 100,
    onward_pence: numberAt(settings, 'training_onward_pence', on),
    from_age: numberAt(settings, 'training_from_age', on),
    within_miles: numberAt(settings, 'training_within_miles', on),
  };
}
