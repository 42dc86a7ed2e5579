/** What if a school's day began and ended some minutes earlier or later: every route of the school timed anew. */
import { numberAt } from '../../costing/read-settings.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { sortCounty, type CountyFacts } from '../county.ts';
import type { CountyDesk } from '../desk/county-desk.ts';
import { layDesk, writeDesk } from '../desk/lay-desk.ts';
import { toTrial, type PlanTrial } from '../desk/trial.ts';

const SECONDS_A_DAY = 86_400;

/** The records with the bell moved: the school's times, and those of the contracts of its routes that have their own. */
function withBell({ facts, plan }: CountyDesk, urn: number, by_s: number): CountyFacts {
  const school = facts.schools.get(urn);
  if (school === undefined) return facts;
  const { settings, on } = facts;
  const starts = school.day_starts_s ?? numberAt(settings, 'school_day_starts_s', on);
  const ends = school.day_ends_s ?? numberAt(settings, 'school_day_ends_s', on);
  const moved = { ...school, day_starts_s: starts + by_s, day_ends_s: ends + by_s };
  const own = new Set(
    plan.routes.filter((each) => each.school_urn === urn).map((each) => each.contract_id),
  );
  const later = (time: number | null) => (time === null ? null : time + by_s);
  return {
    ...facts,
    schools: new Map([...facts.schools, [urn, moved]]),
    contracts: facts.contracts.map((contract) =>
      own.has(contract.id)
        ? {
            ...contract,
            arrives_s: later(contract.arrives_s),
            departs_s: later(contract.departs_s),
          }
        : contract,
    ),
  };
}

/** The plan in use with one school's bell moved; nobody changes route. `minutes` below 0 is earlier. */
export function moveBell(
  county: CountyDesk,
  school_urn: number,
  minutes: number,
): Result<{ readonly trial: PlanTrial; readonly facts: CountyFacts }> {
  const facts = withBell(county, school_urn, minutes * 60);
  const school = facts.schools.get(school_urn);
  if (school === undefined)
    return fail(
      'unknown_school',
      `No school has the URN ${school_urn}.`,
      'Choose one of the list.',
    );
  const starts = school.day_starts_s ?? 0;
  const ends = school.day_ends_s ?? 0;
  if (starts < 0 || ends >= SECONDS_A_DAY)
    return fail('bell_off_the_day', 'The bell would ring on another day.', 'Give fewer minutes.');
  const desk = layDesk({
    plan: county.plan,
    facts,
    work: sortCounty(facts),
    school_urn,
    joining: [],
  });
  if (desk === null || desk.routes.length === 0)
    return fail(
      'nothing_to_time',
      `No route of the plan goes to ${school.name}.`,
      'Choose another school.',
    );
  const { after } = writeDesk(desk, { changed: new Map(), fresh: [] });
  const timed = new Map([...after].map(([each, route]) => [each.route.id, route]));
  const routes = county.plan.routes.map((route) => timed.get(route.id) ?? route);
  const { unallocated } = county.plan;
  return ok({ trial: toTrial(county, { routes, unallocated, released: [], facts }), facts });
}
