/** Two schools that lie near each other and may share vehicles, with everything else drawn at random. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { APART_GROUNDS, type SharingRecords } from '../../shared/model/sharing.ts';
import { randomCounty, someApplication } from './random-county.ts';

const SAID = { reason: 'One road', recorded_on: isoDate('2026-06-01'), recorded_by: 'A. Planner' };

/** A county whose two schools lie near each other, their bells up to half an hour apart, and contracts of which some serve both. */
export function neighbours(drawn: number, clients: number): AuditFacts {
  const county = randomCounty(drawn, clients);
  const random = seededRandom(drawn + 3);
  const first = defined(county.schools.get(1), 'school 1');
  const near = {
    ...defined(county.schools.get(2), 'school 2'),
    lat: (first.lat ?? 0) + 0.01,
    lon: (first.lon ?? 0) + 0.01,
    day_starts_s: 31_800 + 300 * random.below(7),
    day_ends_s: 54_900 + 300 * random.below(7),
  };
  const all = new Map(county.clients);
  for (const { client_id } of county.stops) {
    const client = all.get(client_id);
    if (client !== undefined && client.school_urn === 1 && random.chance(0.3))
      all.set(client_id, { ...client, school_urn: 2 });
  }
  return { ...county, clients: all, schools: new Map([...county.schools, [2, near]]) };
}

/** The same with a word on both schools, and some children who stay apart. */
export function allowing(facts: AuditFacts, drawn: number, allowed = true): AuditFacts {
  const random = seededRandom(drawn + 5);
  const sharing: SharingRecords = {
    pairs: [{ school_a: 1, school_b: 2, allowed, ...SAID }],
    apart: [...facts.clients.keys()]
      .filter(() => random.chance(0.1))
      .map((client_id) => ({ client_id, ground: random.pick(APART_GROUNDS), ...SAID })),
  };
  return { ...facts, sharing };
}

/** Nobody on a contract, everyone some fifteen miles out the same way, bells at most ten minutes apart: there sharing pays. */
export function outOnOneRoad(facts: AuditFacts, drawn: number): AuditFacts {
  const closer = (degrees: number | null, to: number) => to + ((degrees ?? to) - to) / 4;
  const clients = [...facts.clients.values()].map((client) => ({
    ...client,
    school_urn: 1 + (client.id % 2),
    lat: closer(client.lat, 51.46),
    lon: closer(client.lon, 0.72),
    clinical_limit_s: null,
  }));
  const schools = [...facts.schools.values()].map((school) => ({
    ...school,
    day_starts_s: 31_800 + (school.urn === 2 ? 300 * (drawn % 3) : 0),
    day_ends_s: 54_900,
  }));
  return {
    ...facts,
    contracts: [],
    stops: [],
    clients: new Map(clients.map((each) => [each.id, each])),
    applications: new Map(clients.map(({ id }) => [id, someApplication(id)])),
    schools: new Map(schools.map((each) => [each.urn, each])),
  };
}
