import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate, WEEKDAYS, type Weekday } from '../../shared/calendar/dates.ts';
import type { WeekRecords } from '../../shared/casework/week.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import type { Client } from '../../shared/model/client.ts';
import {
  ADDRESS_KINDS,
  PLACEMENT_KINDS,
  type ClientAddress,
  type ClientPlacement,
} from '../../shared/model/particulars.ts';

const FROM = isoDate('2026-09-01');

/** An address kept for a client, on Thursdays and Fridays unless given otherwise. */
export function someAddress(id: number, given: Partial<ClientAddress> = {}): ClientAddress {
  return {
    id,
    kind: 'other_parent',
    address: '',
    postcode: 'ME14 1XX',
    lat: 51.24,
    lon: 0.52,
    days: ['Thu', 'Fri'],
    legs: 'both',
    rhythm: 'daily',
    power: 's508B',
    budget: 'education',
    budget_note: '',
    from_on: FROM,
    to_on: null,
    protected: false,
    note: '',
    ...given,
  };
}

/** Another setting of education, on Wednesdays unless given otherwise. */
export function somePlacement(id: number, given: Partial<ClientPlacement> = {}): ClientPlacement {
  return {
    id,
    kind: 'college',
    school_urn: 2,
    name: 'Invented College',
    days: ['Wed'],
    from_on: FROM,
    to_on: null,
    note: '',
    ...given,
  };
}

/** The county with part-time weeks, second homes, boarders, other schools and heavy wheelchairs, some of them not to be placed. */
export function withWeeks(facts: AuditFacts, seed: number): AuditFacts {
  const random = seededRandom(seed);
  const weeks = new Map<number, WeekRecords>();
  const clients = new Map<number, Client>();
  for (const client of facts.clients.values()) {
    const part = random.chance(0.3) ? { days: someDays(random) } : {};
    const second = random.chance(0.15) ? { second_days: someDays(random) } : {};
    const occupied_weight_kg = random.chance(0.5) ? 100 + random.below(350) : null;
    clients.set(client.id, { ...client, ...part, ...second, occupied_weight_kg });
    if (random.chance(0.5)) weeks.set(client.id, recordsOf(client.id, random));
  }
  return { ...facts, clients, weeks };
}

function someDays(random: Random): readonly Weekday[] {
  return WEEKDAYS.filter(() => random.chance(0.5));
}

function place(random: Random): { readonly lat: number | null; readonly lon: number | null } {
  if (random.chance(0.1)) return { lat: null, lon: null };
  return { lat: 51.1 + random.next() * 0.4, lon: 0.2 + random.next() * 0.9 };
}

function recordsOf(id: number, random: Random): WeekRecords {
  const addresses = Array.from({ length: random.below(3) }, (_, at) =>
    someAddress(id * 10 + at, {
      ...place(random),
      kind: random.pick(ADDRESS_KINDS),
      days: someDays(random),
      legs: random.pick(['both', 'both', 'morning', 'afternoon'] as const),
      rhythm: random.pick(['daily', 'daily', 'daily', 'weekly', 'termly'] as const),
      from_on: random.chance(0.9) ? FROM : isoDate('2026-11-01'),
      to_on: random.chance(0.1) ? isoDate('2026-08-31') : null,
    }),
  );
  const placements = Array.from({ length: random.below(2) }, (_, at) =>
    somePlacement(id * 10 + at, {
      kind: random.pick(PLACEMENT_KINDS),
      school_urn: random.pick([1, 2, 2, 3, null]),
      days: someDays(random),
    }),
  );
  const at = place(random);
  const second = at.lat === null || at.lon === null ? null : { lat: at.lat, lon: at.lon };
  return { addresses, placements, second };
}
