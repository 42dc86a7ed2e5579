import { numberAt } from '../../costing/read-settings.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, isCalledAnew, notice, type Check } from '../audit-facts.ts';

/**
 * Every route arrives before the school day starts and leaves after it ends. A running contract with other times
 * is noticed at the schools of those whom it carries, where the school has given its times: assumed ones prove nothing against a contract.
 */
export const schoolTimes: Check = (plan, facts) => {
  const found: Violation[] = [];
  const assumedStart = numberAt(facts.settings, 'school_day_starts_s', facts.on);
  const assumedEnd = numberAt(facts.settings, 'school_day_ends_s', facts.on);
  const called = plan.routes.flatMap((route) =>
    (route.calls ?? [route]).map(({ school_urn, arrive_s, depart_s }) => {
      const { ref } = route;
      const isNew = isCalledAnew(route, school_urn);
      return { ref, isNew, school_urn, arrive_s, depart_s };
    }),
  );
  for (const route of called) {
    const school = route.school_urn === null ? undefined : facts.schools.get(route.school_urn);
    const starts = school?.day_starts_s ?? assumedStart;
    const ends = school?.day_ends_s ?? assumedEnd;
    const { isNew } = route;
    const say = isNew ? broken : notice;
    const at = { route_ref: route.ref };
    if (route.arrive_s > starts && (isNew || typeof school?.day_starts_s === 'number'))
      found.push(
        say(
          'arrives_late',
          at,
          `${route.ref} arrives at ${formatTimeOfDay(route.arrive_s)}, the school day starts at ${formatTimeOfDay(starts)}.`,
        ),
      );
    if (route.depart_s < ends && (isNew || typeof school?.day_ends_s === 'number'))
      found.push(
        say(
          'departs_early',
          at,
          `${route.ref} departs at ${formatTimeOfDay(route.depart_s)}, the school day ends at ${formatTimeOfDay(ends)}.`,
        ),
      );
  }
  return found;
};
