/** Applications as the team's work sees them, for tests. */
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { workRules } from '../../shared/casework/work/work-rules.ts';
import type { WorkCase } from '../../shared/casework/work/work-case.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';

/** Ten days before the deadline for letters of 1 August. */
export const WORK_DAY = isoDate('2026-07-22');

/** The rules of a new store on a day. */
export function rulesOn(on: string = WORK_DAY) {
  return workRules(DEFAULT_SETTINGS, academicYearFrom(2026), isoDate(on));
}

/** A request received a month before the day of work, undecided, with nothing amiss. */
export function someWork(given: Partial<WorkCase> = {}): WorkCase {
  return {
    client_id: 1,
    ref: 'A1',
    status: 'received',
    received_on: isoDate('2026-07-01'),
    late: false,
    held_reason: '',
    assigned_to: '',
    asked_on: null,
    decided_on: null,
    decided_by: '',
    asked_of: '',
    chase_on: null,
    handed_on: isoDate('2026-07-20'),
    appeal: null,
    won_on: null,
    tif_received_on: isoDate('2026-07-02'),
    tif_missing: [],
    tif_for_office: false,
    transport: 'not_planned',
    reason: 'no_plan',
    first_day: isoDate('2026-09-03'),
    ...given,
  };
}
