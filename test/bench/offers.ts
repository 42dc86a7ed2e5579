/** A late applicant's three offers in a county of 6,500 clients and 180 schools, and the repair after a hand-back. */
import { auditPart } from '../../shared/audit/audit-part.ts';
import { planSchools } from '../../electron/jobs/plan-schools.ts';
import { openDesk } from '../../shared/planning/desk/county-desk.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { offersFor } from '../../shared/planning/offers.ts';
import { countyFacts } from './county.ts';
import { cpuClock, type Figure } from './measure.ts';

const CLIENTS = 6500;
const ASKED = 60;

/** Seconds of CPU time for one applicant, with the county's facts and plan read already; each is reckoned without their own place. */
export function benchOffers(): readonly Figure[] {
  const facts = countyFacts(CLIENTS);
  const made = planSchools(sortCounty(facts), {
    kept: null,
    facts,
    request: { school_urn: null, seconds: null, iterations: 200, seed: 1, settle: false },
    ctx: { cancelled: () => false, stage: () => undefined },
  });
  if (made === null) throw new Error('The county was not planned.');
  const routes = made.routes.map((route, at) => ({ ...route, id: at + 1 }));
  const opening = cpuClock();
  const desk = openDesk({ ...made, routes }, facts, (few, now) => auditPart(few, { ...facts, stops: now.stops }, '')); // prettier-ignore
  if (!desk.ok) throw new Error(desk.error.cause);
  const opened = opening();
  const riders = routes.flatMap((route) => route.stops.map((stop) => stop.client_id));
  let places = 0;
  const runs = Array.from({ length: ASKED }, (_, turn) => {
    const clock = cpuClock();
    const found = offersFor(desk.value, riders[(turn * 997) % riders.length] ?? 0);
    if (found.ok) places += found.value.offers.length;
    return clock() + opened;
  });
  const schools = new Set(routes.map((route) => route.school_urn)).size;
  return [
    {
      name: `three offers for a late applicant, ${CLIENTS} clients`,
      unit: 's',
      runs,
      target: 1,
      note: `${schools} schools, ${routes.length} routes, ${places} places for ${ASKED}; CPU time with the sorting of the county, ${(1000 * opened).toFixed(0)} ms of it`,
    },
  ];
}
