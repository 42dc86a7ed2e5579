/** Readers of the settings that hold while contracts run. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';
import type { StandDownRule } from '../model/year.ts';
import { isText } from './casework-checks.ts';
import { numberAt, read } from './read-settings.ts';

/** The county's rule of standing down a run. */
export function standDownRuleAt(settings: readonly Setting[], on: IsoDate): StandDownRule {
  return {
    days_before: numberAt(settings, 'stand_down_days_before', on),
    by_s: numberAt(settings, 'stand_down_by_s', on),
    share_percent: numberAt(settings, 'stand_down_share_percent', on),
  };
}

/** Who may read safeguarding entries, by the names they gave at their machines. */
export function safeguardingOfficers(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'safeguarding_officers', on, isText)
    .split(/[,;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** How long the council may take over each step of a complaint. */
export function complaintRulesAt(settings: readonly Setting[], on: IsoDate) {
  return {
    acknowledge_days: numberAt(settings, 'complaint_acknowledge_days', on),
    stage_1_days: numberAt(settings, 'complaint_stage_1_days', on),
    stage_2_days: numberAt(settings, 'complaint_stage_2_days', on),
    ombudsman_days: numberAt(settings, 'complaint_ombudsman_days', on),
  };
}
