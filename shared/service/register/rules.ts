import type { IsoDate } from '../../calendar/dates.ts';
import { numberAt, read } from '../../costing/read-settings.ts';
import { REGISTER_CHECKS } from '../../costing/register-settings.ts';
import type { Setting } from '../../model/money.ts';

/** How long what is on the register counts, as set. */
export interface RegisterRules {
  /** An enhanced DBS check counts for so many months from its date. */
  readonly dbs_months: number;
  /** A lift's thorough examination counts for so many months. */
  readonly lift_months: number;
  /** How far ahead the list of what runs out looks, days. */
  readonly ahead_days: number;
}

/** The rules in force on a day. */
export function registerRulesAt(settings: readonly Setting[], on: IsoDate): RegisterRules {
  return {
    dbs_months: numberAt(settings, 'dbs_valid_months', on),
    lift_months: numberAt(settings, 'lift_examined_months', on),
    ahead_days: numberAt(settings, 'running_out_days', on),
  };
}

/** Competences that the council names besides those that Kerbside knows. */
export function ownCompetencesAt(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'register_competences', on, REGISTER_CHECKS.register_competences);
}
