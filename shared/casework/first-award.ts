/** What an award starts from where an officer says nothing else. */
import type { IsoDate } from '../calendar/dates.ts';
import { lastDateOf, planningYearOf } from '../calendar/years.ts';
import type { Proposal } from '../eligibility/decide.ts';
import type { Client } from '../model/client.ts';
import { AWARD_POWERS, type Award } from '../model/decision.ts';

/** The power proposed, a seat both ways on the client's days, from the first day, to be reviewed at the end of that year [A]. */
export function firstAward(
  proposal: Pick<Proposal, 'power'>,
  client: Pick<Client, 'days'>,
  first_day: IsoDate,
): Award {
  return {
    power: AWARD_POWERS.find((each) => each === proposal.power.name) ?? 's508B',
    mode: 'seat',
    legs: 'both',
    days: client.days,
    starts_on: first_day,
    ends_on: null,
    review_on: lastDateOf(planningYearOf(first_day)),
    consent_on: null,
    consent_by: '',
  };
}
