import { isoDate } from '../../shared/calendar/dates.ts';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { daysLate, isDecided, isOpen } from '../../shared/casework/status.ts';
import { travelsInWheelchair } from '../../shared/casework/questions.ts';
import { tifComplete } from '../../shared/casework/tif.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { isOnLand } from '../../shared/demo/coast.ts';
import { demoCounty, type DemoCounty } from '../../shared/demo/demo-county.ts';
import { demoPlaces } from '../../shared/demo/places.ts';
import { NEED_COUNTS } from '../../shared/demo/support.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type { ContractStop } from '../../shared/model/contract.ts';

const county = demoCounty({ seed: 1 });
const YEAR = academicYearFrom(2026);
const BASIS = { settings: DEFAULT_SETTINGS, year: YEAR, on: county.own_day };

const clientById = new Map(county.clients.map((client) => [client.id, client]));
const schoolByUrn = new Map(county.schools.map((school) => [school.urn, school]));
const clientOf = (stop: ContractStop): Client =>
  defined(clientById.get(stop.client_id), `client ${stop.client_id}`);

function stopsByContract(of: DemoCounty, withLeavers: boolean): Map<number, ContractStop[]> {
  const out = new Map<number, ContractStop[]>();
  for (const stop of of.stops) {
    if (stop.left_on !== null && !withLeavers) continue;
    const known = out.get(stop.contract_id);
    if (known === undefined) out.set(stop.contract_id, [stop]);
    else known.push(stop);
  }
  return out;
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the published totals', () => {
  it('has 1,739 requests, 228 of them after 1 August and none after its own day', () => {
    expect(county.applications).toHaveLength(1739);
    const late = county.applications.filter((each) => daysLate(each, null, BASIS) > 0);
    expect(late).toHaveLength(228);
    const last = county.applications
      .map(({ received_on }) => received_on ?? '')
      .sort()
      .at(-1);
    expect(last).toBe('2026-08-10');
  });

  it('carries 4,800 children on about 1,500 routes besides', () => {
    const running = stopsByContract(county, false);
    const requested = new Set(county.applications.map(({ client_id }) => client_id));
    const riding = [...running.values()].flat();
    const carried = riding.filter(({ client_id }) => !requested.has(client_id));
    expect(carried).toHaveLength(4800);
    expect(new Set(carried.map(({ client_id }) => client_id)).size).toBe(4800);
    expect(running.size).toBeGreaterThan(1425);
    expect(running.size).toBeLessThan(1575);
    // A few renewals stay on last year's contract: theirs alone can be in place already.
    const staying = riding.filter(({ client_id }) => requested.has(client_id));
    expect(staying.length).toBeGreaterThan(10);
    expect(staying.length).toBeLessThan(40);
    for (const { client_id } of staying) {
      const own = county.applications.find((each) => each.client_id === client_id);
      expect(own).toMatchObject({ type: 'Renewal', status: 'awarded' });
    }
  });

  it('has needs in the proportions of the published plans, to half a point', () => {
    const all = NEED_COUNTS.reduce((sum, [, count]) => sum + count, 0);
    expect(all).toBe(20_635);
    for (const [need, count] of NEED_COUNTS) {
      const here = county.clients.filter((client) => client.need === need).length;
      expect(Math.abs(here / county.clients.length - count / all), String(need)).toBeLessThan(
        0.005,
      );
    }
  });

  it('has the TIF complete for about 95% of the secondary transfers, and for fewer elsewhere', () => {
    const share = (transfer: boolean): number => {
      const of = county.applications.filter(
        ({ type }) => (type === 'Secondary transfer') === transfer,
      );
      return of.filter(({ tif_claimed_complete }) => tif_claimed_complete).length / of.length;
    };
    expect(share(true)).toBeGreaterThan(0.93);
    expect(share(true)).toBeLessThan(0.97);
    expect(share(false)).toBeLessThan(0.8);
  });

  it('has the forms of requests whole where the council takes them for complete, but for what the record lacks', () => {
    const requests = new Map(county.applications.map((each) => [each.client_id, each]));
    const whole = county.tifs.signed.filter(
      ({ client_id }) => requests.get(client_id)?.tif_claimed_complete === true,
    );
    const came = county.applications.filter(({ tif_received_on }) => tif_received_on !== null);
    const ofRequests = county.tifs.signed.filter(({ client_id }) => requests.has(client_id));
    expect(ofRequests).toHaveLength(came.length);
    expect(whole.filter(({ complete }) => complete).length / whole.length).toBeGreaterThan(0.93);
    const others = ofRequests.length - whole.length;
    expect(others).toBeGreaterThan(50);
    const carried = county.tifs.signed.length - ofRequests.length;
    expect(carried / 5040).toBeGreaterThan(0.2);
    expect(county.tifs.confirmed.length / carried).toBeGreaterThan(0.4);
    expect(county.tifs.confirmed.length / carried).toBeLessThan(0.7);
    for (const { client_id, complete } of county.tifs.signed) {
      const client = defined(clientById.get(client_id), `client ${client_id}`);
      expect(client.tif_signed).toBe(complete ? 'complete' : 'incomplete');
    }
  });

  it('names 24 state special schools of Kent, and Nore Academy', () => {
    const medway = 'E06000035';
    const special = county.schools.filter(
      (school) => school.type_group === 'special_state' && school.district_code !== medway,
    );
    expect(special).toHaveLength(25);
    expect(special.map(({ urn }) => urn)).toContain(150769);
    expect(county.districts.filter(({ own }) => own)).toHaveLength(12);
  });
});

describe('the running routes', () => {
  it('never hold more than the vehicle does, the assistant counted', () => {
    const stops = stopsByContract(county, true);
    for (const contract of county.contracts) {
      const clients = (stops.get(contract.id) ?? []).map(clientOf);
      const chairs = clients.filter(travelsInWheelchair).length;
      const seats = clients.length - chairs + (contract.assistant ? 1 : 0);
      expect(seats, contract.route_ref).toBeLessThanOrEqual(contract.seats);
      expect(chairs, contract.route_ref).toBeLessThanOrEqual(contract.wheelchairs);
    }
  });

  it('keep children alone who must be, and apart who may not travel together', () => {
    const pairs = new Set(
      county.clients.flatMap((client) => client.not_with.map((other) => `${client.ref} ${other}`)),
    );
    expect(pairs.size).toBeGreaterThan(20);
    for (const stops of stopsByContract(county, true).values()) {
      const clients = stops.map(clientOf);
      if (clients.some(({ sole_occupancy }) => sole_occupancy)) expect(clients).toHaveLength(1);
      for (const one of clients) {
        for (const other of clients) expect(pairs.has(`${one.ref} ${other.ref}`)).toBe(false);
      }
    }
  });

  it('go to the school of each child, in order of time, to arrive before the bell', () => {
    const contracts = new Map(county.contracts.map((contract) => [contract.id, contract]));
    for (const [id, stops] of stopsByContract(county, true)) {
      const contract = defined(contracts.get(id), `contract ${id}`);
      let before = 0;
      for (const [at, stop] of stops.entries()) {
        expect(stop.stop_order).toBe(at + 1);
        // Who left may have asked for another school since.
        if (stop.left_on === null) {
          expect(clientOf(stop).school_urn).toBe(contract.school_urn);
        }
        expect(stop.pick_up_s ?? 0).toBeGreaterThanOrEqual(before);
        before = stop.pick_up_s ?? 0;
      }
      expect(contract.arrives_s ?? 0).toBeLessThanOrEqual(8 * 3600 + 50 * 60);
      expect(before).toBeLessThan(contract.arrives_s ?? 0);
    }
  });

  it('price most, not all, above the year before', () => {
    const rises = county.contracts.map(
      (each) =>
        (each.price_day_pence + each.assistant_day_pence) / (each.previous_day_pence ?? 1) - 1,
    );
    const mean = rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
    expect(mean).toBeGreaterThan(0.03);
    expect(mean).toBeLessThan(0.07);
  });

  it('have children who left this summer, many of whom asked again for another school', () => {
    const requested = new Set(county.applications.map(({ client_id }) => client_id));
    const left = county.stops.filter(({ left_on }) => left_on !== null);
    const again = left.filter(({ client_id }) => requested.has(client_id));
    expect(left.every(({ left_on }) => left_on === '2026-07-31')).toBe(true);
    expect(again.length).toBeGreaterThan(450);
    expect(left.length - again.length).toBeGreaterThan(200);
  });

  it('carry one child in eight alone, and a few more than three on the average', () => {
    const sizes = [...stopsByContract(county, false).values()].map((stops) => stops.length);
    const alone = sizes.filter((size) => size === 1).length;
    expect(alone / 4800).toBeGreaterThan(0.09);
    expect(alone / 4800).toBeLessThan(0.15);
    expect(4800 / sizes.length).toBeGreaterThan(3);
    expect(4800 / sizes.length).toBeLessThan(3.4);
  });

  it('leave some contracts ended and waiting for a retender', () => {
    const carrying = stopsByContract(county, false);
    const ended = county.contracts.filter(
      ({ id, ends_on }) => ends_on === '2026-07-31' && carrying.has(id),
    );
    expect(ended.length).toBeGreaterThan(50);
    expect(ended.length).toBeLessThan(150);
    expect(ended.every(({ confirmed }) => !confirmed)).toBe(true);
  });
});

describe('the children', () => {
  it('live in the county, on land, at postcodes that cannot exist', () => {
    const homes = county.clients.filter(
      ({ position_source, district_code }) => position_source !== 'none' && district_code !== '',
    );
    expect(homes.length).toBeGreaterThan(6700);
    for (const { lat, lon, postcode } of homes) {
      expect(isOnLand({ lat: lat ?? 0, lon: lon ?? 0 })).toBe(true);
      expect(postcode).toMatch(/^[A-Z]{2}\d{1,2} \d[CIKMOV]{2}$/);
    }
    expect(demoPlaces().every(isOnLand)).toBe(true);
  });

  it('have telephone numbers kept for drama and no reference twice', () => {
    for (const { phone } of county.clients) expect(phone).toMatch(/^(01632 960\d{3})?$/);
    expect(new Set(county.clients.map(({ ref }) => ref)).size).toBe(county.clients.length);
  });

  it('go to a school that takes their age, those held for a decision apart', () => {
    const held = new Set(
      county.applications
        .filter(({ held_reason }) => held_reason !== '')
        .map(({ client_id }) => client_id),
    );
    expect(held.size).toBeGreaterThan(8);
    for (const { id, year_group, school_urn } of county.clients) {
      if (held.has(id) || school_urn === null || year_group === null) continue;
      const school = defined(schoolByUrn.get(school_urn), `school ${school_urn}`);
      // Leavers of this summer are past the last age of the school they left.
      const oldest = (school.age_to ?? 99) + 1;
      expect(year_group + 4, school.name).toBeGreaterThanOrEqual(school.age_from ?? 0);
      expect(year_group + 4, school.name).toBeLessThanOrEqual(oldest);
    }
  });

  it('meet every trouble that a planner meets', () => {
    const count = (is: (client: Client) => boolean): number => county.clients.filter(is).length;
    expect(count(({ lat }) => lat === null)).toBeGreaterThan(10);
    expect(count(({ school_urn }) => school_urn === null)).toBeGreaterThan(30);
    expect(count(({ protected_address }) => protected_address)).toBeGreaterThan(40);
    expect(count(({ clinical_limit_s }) => clinical_limit_s !== null)).toBeGreaterThan(40);
    expect(count(({ sole_occupancy }) => sole_occupancy)).toBeGreaterThan(150);
    expect(count(travelsInWheelchair)).toBeGreaterThan(120);
    const far = count(({ school_urn }) => (school_urn ?? 0) > 900_000);
    expect(far).toBeGreaterThan(40);
    const open = county.applications.filter(isOpen);
    expect(open.filter(({ questions }) => questions.length > 0).length).toBeGreaterThan(5);
    expect(open.filter((each) => !isDecided(each)).length).toBeGreaterThan(300);
  });

  it('have forms that the council takes for complete and Kerbside does not, a few', () => {
    const claimed = county.applications.filter(
      ({ tif_claimed_complete, held_reason }) => tif_claimed_complete && held_reason === '',
    );
    const checked = claimed.filter((each) =>
      tifComplete(defined(clientById.get(each.client_id), each.ref), each),
    );
    expect(checked.length / claimed.length).toBeGreaterThan(0.88);
    expect(checked.length).toBeLessThan(claimed.length);
  });

  it('travel as far as such children do', () => {
    const miles = county.clients
      .flatMap(({ lat, lon, school_urn, district_code }) => {
        const school = schoolByUrn.get(school_urn ?? 0);
        if (lat === null || lon === null || school === undefined || district_code === '') return [];
        const at = { lat: school.lat ?? 0, lon: school.lon ?? 0 };
        return [(straightLineMetres({ lat, lon }, at) * 1.4) / 1609.344];
      })
      .sort((a, b) => a - b);
    const at = (part: number): number => miles[Math.floor(part * (miles.length - 1))] ?? 0;
    expect(at(0.5)).toBeGreaterThan(5);
    expect(at(0.5)).toBeLessThan(10);
    expect(at(0.99)).toBeLessThan(45);
  });
});

describe('the calendar and the prices', () => {
  it('open 190 days, some schools a little later', () => {
    const calendars = schoolCalendars(county.terms, county.day_rules);
    const period = { from: isoDate('2026-09-01'), to: isoDate('2027-08-31') };
    expect(calendars.openDays(0, null, period)).toHaveLength(190);
    const firsts = county.schools.map(({ urn }) => String(calendars.firstDay(urn, null, YEAR)));
    expect([...new Set(firsts)].sort()).toEqual(['2026-09-03', '2026-09-04', '2026-09-07']);
  });

  it('hold the pump prices of the spring of 2026', () => {
    const diesel = new Map(county.fuel.map((each) => [String(each.week_on), each.diesel]));
    expect(diesel.get('2026-02-09')).toBe(14_072);
    expect(diesel.get('2026-04-13')).toBe(19_214);
    expect(diesel.get('2026-05-18')).toBe(18_656);
  });
});

describe('the seed and the size', () => {
  it('give the same county again, and another for another seed', () => {
    const again = demoCounty({ seed: 1 });
    expect(hashOf(again)).toBe(hashOf(county));
    expect(hashOf(demoCounty({ clients: 300, seed: 2 }))).not.toBe(
      hashOf(demoCounty({ clients: 300, seed: 1 })),
    );
  });

  it('keep their proportions at 20,000', () => {
    const large = demoCounty({ clients: 20_000, seed: 1 });
    const requested = new Set(large.applications.map(({ client_id }) => client_id));
    const carried = [...stopsByContract(large, false).values()]
      .flat()
      .filter(({ client_id }) => !requested.has(client_id)).length;
    expect(carried + large.applications.length).toBe(20_000);
    expect(large.applications.length / 20_000).toBeCloseTo(1739 / 6539, 3);
    const late = large.applications.filter((each) => daysLate(each, null, BASIS) > 0).length;
    expect(late / large.applications.length).toBeCloseTo(228 / 1739, 3);
  });

  it('make a small county for a test', () => {
    const small = demoCounty({ clients: 120, seed: 7 });
    expect(small.applications).toHaveLength(32);
    expect(small.contracts.length).toBeGreaterThan(20);
  });
});
