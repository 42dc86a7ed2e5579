import { addDays, daysBetween, type IsoDate } from '../calendar/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { isOutcome } from '../casework/stage.ts';
import type { Random } from '../kernel/random.ts';
import type { Application } from '../model/client.ts';
import { OWN_DAY, type Requested } from './applications.ts';

/** The team of seven, with how much of the work each takes [A]: two work part of the week. No real person is meant. */
export const OFFICERS: readonly (readonly [string, number])[] = [
  ['Amina Yusuf', 5],
  ['Ben Harding', 5],
  ['Carys Lloyd', 5],
  ['Dominik Zając', 5],
  ['Grace Okafor', 4],
  ['Helen Marsh', 3],
  ['Tom Ashdown', 3],
];

/** Requests that nobody has taken yet: most of the newest, few of the others [A]. */
const UNASSIGNED_NEW = 0.72;
const UNASSIGNED_OPEN = 0.12;
const NEW_DAYS = 9;

/** Least and most days to a decision where there is time for it [A]: about six weeks are advertised. */
const LEAST_DAYS = 6;
const MOST_DAYS = 46;

/** Gives the summer's requests their officers and, where they are decided, the day of it; siblings at one address stay together. */
export function withOfficers(random: Random, requests: readonly Requested[]): Requested[] {
  const byHome = new Map<string, string>();
  return requests.map(({ client, application }) => {
    const decided_on = decidedDay(random, application);
    const drawn = random.weighted(OFFICERS);
    const chance = random.next();
    const home = `${client.home_address} ${client.postcode}`;
    const officer = byHome.get(home) ?? drawn;
    if (client.home_address !== '') byHome.set(home, officer);
    const age =
      application.received_on === null ? 0 : daysBetween(application.received_on, OWN_DAY);
    const nobody = age <= NEW_DAYS ? UNASSIGNED_NEW : UNASSIGNED_OPEN;
    if (decided_on === null && chance < nobody) return { client, application };
    const until =
      decided_on === null ? age : daysBetween(application.received_on ?? OWN_DAY, decided_on);
    const assigned_on = workingDay(
      addDays(application.received_on ?? OWN_DAY, Math.min(until, Math.floor(chance * 6))),
    );
    return {
      client,
      application: { ...application, assigned_to: officer, assigned_on, decided_on },
    };
  });
}

/** Most take three to six weeks; what is decided sooner than that took what time there was. */
function decidedDay(random: Random, { status, received_on }: Application): IsoDate | null {
  const days = LEAST_DAYS + Math.floor((MOST_DAYS - LEAST_DAYS) * (1 - random.next() ** 1.6));
  const share = 0.2 + 0.8 * random.next() ** 1.4;
  if (received_on === null || (!isOutcome(status) && status !== 'ended')) return null;
  const age = daysBetween(received_on, OWN_DAY);
  return workingDay(addDays(received_on, days <= age ? days : Math.floor(age * share)));
}

/** The working day on or before a day. */
function workingDay(day: IsoDate): IsoDate {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}
