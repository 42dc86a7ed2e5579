import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client, Need, Phase } from '../../shared/model/client.ts';
import type { School } from '../../shared/model/school.ts';
import { leavingOf, takeOffPlan } from '../../shared/planning/at-school.ts';
import { planNewSchool } from '../../shared/planning/new-school.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { averagesBySchool } from '../../shared/pressure/placements/averages.ts';
import { feeOf, feeStandings } from '../../shared/pressure/placements/fees.ts';
import { weigh } from '../../shared/pressure/placements/may-weigh.ts';
import { tryProvision } from '../../shared/pressure/placements/new-provision.ts';
import { placedClients, placementRows } from '../../shared/pressure/placements/placed-clients.ts';
import {
  readProvision,
  schoolOfProvision,
} from '../../shared/pressure/placements/read-provision.ts';
import { sideBySide, type NamingFacts } from '../../shared/pressure/placements/side-by-side.ts';
import { ON, someClient, someFacts, someLine, someRoute, someSchool, someStop, YEAR } from '../helpers/cost-facts.ts'; // prettier-ignore
import { plannedDesk } from '../helpers/planned-desk.ts';
import { someApplication } from '../helpers/random-county.ts';

/** Home at 51.2 N; schools due north of it, so that a tenth of a degree is 11,119.5 m on the sphere of 6,371,008.8 m. */
const home = { lat: 51.2, lon: 0.5 };
const far = someSchool(1, { name: 'Far School', lat: 51.4, lon: 0.5 });
const near = someSchool(2, { name: 'Near School', lat: 51.3, lon: 0.5 });
const full = someSchool(3, { name: 'Full School', lat: 51.25, lon: 0.5, roll: 100 });
const open = someSchool(4, { name: 'Open Question', lat: 51.22, lon: 0.5, places: null });
const child = someClient(1, { ...home, school_urn: 1 });

const countyOf = (clients: readonly Client[], schools: readonly School[]): AuditFacts => ({
  on: ON,
  year: YEAR,
  settings: DEFAULT_SETTINGS,
  clients: new Map(clients.map((each) => [each.id, each])),
  applications: new Map(clients.map((each) => [each.id, someApplication(each.id)])),
  schools: new Map(schools.map((each) => [each.urn, each])),
  contracts: [],
  stops: [],
  firstDay: () => isoDate('2026-09-03'),
});
const namingOf = (schools: readonly School[], given: Partial<NamingFacts> = {}): NamingFacts => ({
  on: ON,
  year: YEAR,
  settings: DEFAULT_SETTINGS,
  fees: [],
  schools: new Map(schools.map((each) => [each.urn, each])),
  travel: estimatedTravel(travelBasisAt(DEFAULT_SETTINGS, ON)),
  averages: new Map(),
  ...given,
});
const asked = { client: child, boards: false, also: [] };

describe('a comparison worked by hand: a taxi at 70 pounds a day and 0.90 a km, road 1.4 times the line, 190 days', () => {
  const county = plannedDesk(countyOf([child], [far, near, full, open]));
  const taken = takeOffPlan(county, 1);
  const off = taken.ok ? taken.value : null;
  const marginal = new Map(
    [far, near, full, open].map((each) => [each.urn, defined(off, 'taken off').at(each)]),
  );
  const side = sideBySide(namingOf([far, near, full, open]), asked, marginal);
  const option = (urn: number) =>
    defined(
      side.options.find((each) => each.urn === urn),
      'option',
    );

  it('prices the near school at 15.567 km and the far one at 31.135 km', () => {
    // 7,000 + 15.567 x 90 = 8,401.03 p a day; 7,000 + 31.135 x 90 = 9,802.15 p a day.
    expect(option(2).marginal).toMatchObject({ kind: 'place', how: 'new', year_pence: 8401 * 190 });
    expect(option(1).marginal).toMatchObject({ kind: 'place', how: 'new', year_pence: 9802 * 190 });
    expect(option(2).distance_m).toBeCloseTo(11_119.51 * 1.4, 0);
    expect(option(2).whole_pence).toBe(8401 * 190 + 2_000_000);
    // 15,567 m at 24.4 mph is 1,427 s, and a minute to get in.
    expect(option(2).direct_s).toBeCloseTo(15_567 / ((24.4 * 1609.344) / 3600), 0);
  });

  it('leaves behind what the lone route to the far school costs', () => {
    expect(defined(off, 'taken off').leaving).toMatchObject({ year_pence: 9802 * 190 });
  });

  it('puts the suitable first, then what cannot be told, and rules the full one out by its places', () => {
    expect(side.options.map(({ urn, answer }) => [urn, answer])).toEqual([
      [2, 'yes'],
      [1, 'yes'],
      [4, 'cannot_tell'],
    ]);
    expect(side.ruled_out).toEqual({ age: 0, need: 0, place: 1 });
    expect(option(4).reasons).toEqual(['Its places are not known.']);
    expect(option(1)).toMatchObject({ attended: true, places_left: 10 });
    expect(side.problems).toEqual([]);
  });

  it('weighs the difference only between two suitable schools with a place', () => {
    const both = weigh(option(1), option(2));
    expect(both).toMatchObject({
      may: true,
      extra_fee_pence: 0,
      extra_transport_pence: 1401 * 190,
    });
    expect(both.sentence).toContain(
      '£2,662 a year (whole public cost, two budgets), may be weighed',
    );
    expect(weigh(option(2), option(1)).sentence).toMatch(
      /£2,662 a year .* less: there is no extra public cost to weigh\.$/,
    );
    const doubtful = weigh(option(1), option(4));
    expect(doubtful.may).toBe(false);
    expect(doubtful.sentence).toMatch(/^Cannot tell whether .* Its places are not known\.$/);
  });

  it('says what is missing: a home, a need, a school, a plan', () => {
    const lost = someClient(9, { lat: null, lon: null, need: null, school_urn: null });
    const bare = sideBySide(
      namingOf([near, full], { averages: null }),
      { client: lost, boards: false, also: [] },
      null,
    );
    expect(bare.problems.map(({ sentence }) => sentence.split(/[,:.]/)[0])).toEqual([
      'The home has no position',
      'The primary need is not recorded',
      'No school is surely suitable and has a place',
      'No plan has been made yet',
    ]);
    expect(bare.options[0]).toMatchObject({
      distance_m: null,
      answer: 'cannot_tell',
      marginal: null,
    });
    const none = sideBySide(
      namingOf([full]),
      { ...asked, client: { ...child, school_urn: null } },
      null,
    );
    expect(none.options).toEqual([]);
    expect(none.problems[0]?.sentence).toMatch(
      /^No school of the list is suitable and has a place/,
    );
  });

  it('shows a school that is asked for though the law does not count it', () => {
    const own = someSchool(5, { independent: true, type_group: 'special_independent' });
    const shown = sideBySide(namingOf([near, own]), { ...asked, also: [5] }, null);
    const found = defined(
      shown.options.find((each) => each.urn === 5),
      'asked for',
    );
    expect(found.answer).toBe('no');
    expect(found.reasons).toEqual(['An independent school counts only where section I names it.']);
    expect(found.fee.fee_pence).toBe(3_000_000);
  });
});

describe('fees', () => {
  const facts = { on: ON, settings: DEFAULT_SETTINGS, fees: [] };
  const fee = (type_group: string, boards = false) => feeOf(facts, { urn: 7, type_group }, { need: null, phase: null, boards }); // prettier-ignore
  it.each([
    ['secondary', false, 1_500_000],
    ['special_state', false, 2_000_000],
    ['special_independent', false, 3_000_000],
    ['special_independent', true, 5_000_000],
    ['special_state', true, 2_000_000],
    ['special_non_maintained', false, null],
    ['pru_or_ap', false, null],
    ['', false, null],
  ])('of %s, boarding %s: %s (Kent, 2013)', (type, boards, expected) => {
    expect(fee(type, boards).fee_pence).toBe(expected);
  });
  it('of the school itself goes first, from its day on', () => {
    const own = (from: string, fee_pence: number) => ({
      school_urn: 7,
      from_on: isoDate(from),
      need: null,
      phase: null,
      fee_pence,
      source: 'Contract',
    });
    const fees = [own('2026-09-01', 9), own('2025-09-01', 8), own('2024-09-01', 7)];
    const every = { need: null, phase: null, boards: false };
    expect(feeOf({ ...facts, fees }, { urn: 7, type_group: 'special_state' }, every)).toMatchObject({ fee_pence: 8, basis: 'school', source: 'Contract' }); // prettier-ignore
    expect([...feeStandings(fees, ON).values()]).toEqual(['later', 'in_force', 'superseded']);
  });
  it('of the child’s need and phase goes before one of the need, of the phase, of every child, whatever its day', () => {
    const own = (need: Need | null, phase: Phase | null, from: string, fee_pence: number) => ({ school_urn: 7, from_on: isoDate(from), need, phase, fee_pence, source: 'Bands' }); // prettier-ignore
    const fees = [
      own(null, null, '2026-04-01', 1),
      own(null, 'secondary', '2026-03-01', 2),
      own('ASD', null, '2025-09-01', 3),
      own('ASD', 'secondary', '2024-09-01', 4),
      own('ASD', 'secondary', '2025-01-01', 5),
    ];
    const found = (need: Need | null, phase: Phase | null) => feeOf({ ...facts, fees }, { urn: 7, type_group: 'special_state' }, { need, phase, boards: false }); // prettier-ignore
    expect(found('ASD', 'secondary')).toMatchObject({ fee_pence: 5, words: 'The school’s own fee, autistic spectrum disorder, secondary' }); // prettier-ignore
    expect(found('ASD', 'primary').fee_pence).toBe(3);
    expect(found('SEMH', 'secondary').fee_pence).toBe(2);
    expect(found('SEMH', 'primary').fee_pence).toBe(1);
    expect(found(null, null)).toMatchObject({ fee_pence: 1, words: 'The school’s own fee' });
    const banded = { ...facts, fees: fees.filter(({ need }) => need !== null) };
    expect(feeOf(banded, { urn: 7, type_group: 'special_state' }, { need: null, phase: 'secondary', boards: false })).toMatchObject({ basis: 'type' }); // prettier-ignore
  });
});

/** Three children of the far school, 31.1 km by road each; 12,000 p a day of which 31.135 km x 90 p is distance. */
const carried = [1, 2, 3].map((id) => someClient(id, { ...home, school_urn: 1 }));
const facts = someFacts({
  clients: [...carried, someClient(4, { lat: null, lon: null, school_urn: 1 })],
  schools: [far, near, full, open],
  routes: [
    someRoute(1, { distance_m: 31_135, stops: [1, 2].map((id) => someStop(id, { fixed: true })) }, [
      someLine('fixed', 7000),
      someLine('distance', 2802),
    ]),
    someRoute(2, { distance_m: 31_135, stops: [someStop(3), someStop(4)] }, [
      someLine('fixed', 7000),
      someLine('distance', 2802),
    ]),
  ],
});
const ledger = buildLedger(facts);

describe('every client’s placement', () => {
  const placed = placedClients(facts, ledger);
  it('is beyond the nearest suitable by half the way, and by half of the distance part', () => {
    expect(placed.map(({ standing }) => standing)).toEqual([
      'beyond',
      'beyond',
      'beyond',
      'not_known',
    ]);
    const [first] = placed;
    // A share of 4,901 p a day, of which 1,401 p is distance: half the way saves 700.5 p a day.
    expect(first).toMatchObject({ nearest_urn: 2, cost_pence: 4901 * 190 });
    expect(first?.difference_pence).toBe(Math.round((4901 * 190 * (2802 / 9802)) / 2));
    expect(placed[3]?.why).toBe('The home has no position.');
  });
  it('adds up by school, need, district and phase to the ledger, what is not known apart', () => {
    for (const by of ['school', 'need', 'district', 'phase'] as const) {
      const rows = placementRows(facts, placed, by);
      const sum = rows.reduce((all, row) => all + row.cost_pence + row.open_cost_pence, 0);
      expect(sum).toBe(ledger.cost_year_pence);
      expect(rows.reduce((all, row) => all + row.clients, 0)).toBe(4);
      for (const row of rows)
        expect(row.cost_pence - row.nearest_cost_pence).toBe(row.difference_pence);
    }
    expect(placementRows(facts, placed, 'school')[0]).toMatchObject({ beyond: 3, not_known: 1, open_cost_pence: 4901 * 190 }); // prettier-ignore
  });
  it('names the nearer school that might be suitable, and the fact that is missing', () => {
    const doubtful = { ...facts, schools: new Map([far, open].map((each) => [each.urn, each])) };
    expect(placedClients(doubtful, ledger)[0]).toMatchObject({
      standing: 'cannot_tell',
      why: 'Open Question is nearer and might be suitable. Its places are not known.',
    });
  });
  it('is nobody’s without a plan’s routes, and an average of nothing is none', () => {
    const bare = someFacts({});
    expect(placementRows(bare, placedClients(bare, buildLedger(bare)), 'school')).toEqual([]);
    expect(averagesBySchool(buildLedger(bare)).size).toBe(0);
    expect(averagesBySchool(ledger).get(1)).toEqual({ clients: 4, year_pence: 4901 * 190 });
  });
});

const typed = {
  name: 'Whitstable',
  lat: 51.3,
  lon: 0.5,
  needs: ['ASD'],
  phases: [],
  age_from: 4,
  age_to: 16,
  places: 2,
  opens_on: '2026-09-01',
  rule: 'distance',
};
const provision = defined(readProvision(typed).provision, 'a provision');

describe('a new provision', () => {
  it('names every field that is wrong, at once', () => {
    const { problems } = readProvision({ name: ' ', lat: 0, lon: 0, needs: ['XYZ'], places: 1.5 });
    expect(problems.map((each) => each.split(':')[0])).toEqual(['Name', 'Place', 'Needs', 'Youngest age', 'Oldest age', 'Places', 'Opening date', 'Rule']); // prettier-ignore
    expect(readProvision({ ...typed, age_from: 12, age_to: 11 }).problems).toEqual(['Ages: the youngest is older than the oldest.']); // prettier-ignore
    expect(readProvision(null).provision).toBeNull();
  });

  it('gives its places to whom it saves most, ties by reference, and counts those left over', () => {
    const trial = tryProvision(facts, ledger, provision);
    expect(trial.placed.map(({ client }) => client.ref)).toEqual(['C-1', 'C-2']);
    expect(trial.no_place.map(({ client }) => client.ref)).toEqual(['C-3']);
    expect(trial).toMatchObject({ looked_at: 4, suitable: 3, no_nearer: 0, places_left: 0, estimated: 2 }); // prettier-ignore
    expect(trial.sums.from_m).toBeCloseTo(2 * 31_134.6, 0);
    expect(trial.sums.to_m).toBeCloseTo(2 * 15_567.3, 0);
    const each = Math.round((4901 * 190 * (2802 / 9802)) / 2);
    expect(trial.sums.cost_pence - trial.sums.cost_after_pence).toBe(2 * each);
    expect(trial.not_known).toEqual([{ why: expect.stringContaining('no position') as string, client_ids: [4] }]); // prettier-ignore
  });

  it('with no places changes nothing', () => {
    const trial = tryProvision(facts, ledger, { ...provision, places: 0 });
    expect(trial.placed).toEqual([]);
    expect(trial.all_to_m).toBe(trial.all_from_m);
    expect(trial.starters.every((year) => year.starting === 0)).toBe(true);
  });

  it('takes new requests at the opening and the others when their phase begins', () => {
    // Born May 2016, in year 5 in 2026/27: year 7 in 2028/29, 16 on 1 September 2032.
    const { starters } = tryProvision(facts, ledger, { ...provision, places: 3, age_to: 15 });
    expect(
      starters.map(({ year, starting, leaving, on_roll }) => [
        year,
        starting,
        leaving,
        on_roll.clients,
      ]),
    ).toEqual([
      // prettier-ignore
      ['2026/27', 1, 0, 1],
      ['2027/28', 0, 0, 1],
      ['2028/29', 2, 0, 3],
      ['2029/30', 0, 0, 3],
      ['2030/31', 0, 0, 3],
      ['2031/32', 0, 0, 3],
      ['2032/33', 0, 3, 0],
    ]);
  });

  it('opens in its year: whoever is too old by then has no place', () => {
    const later = { ...provision, opens_on: isoDate('2030-01-07'), age_to: 12 };
    expect(tryProvision(facts, ledger, later)).toMatchObject({ year: '2029/30', suitable: 0, other_ages: 3 }); // prettier-ignore
  });

  it('has its routes planned: theirs cost what the rate card says, and nothing else changes', () => {
    const county = plannedDesk(countyOf(carried, [far, near]));
    const school = schoolOfProvision(provision);
    const options = { seed: 1, iterations: 100, shouldStop: () => false };
    const made = planNewSchool(county, { school, clients: carried }, options);
    expect(made.routes.flatMap((route) => route.stops)).toHaveLength(3);
    expect(made.unallocated).toEqual([]);
    // One taxi for three from one door: 8,401 p a day; before, one to the far school: 9,802 p.
    expect(made.year_pence).toBe(8401 * 190);
    expect(made.leaving).toEqual(leavingOf(county, carried));
    expect(made.change_pence).toBe((8401 - 9802) * 190);
    expect(planNewSchool(county, { school, clients: [] }, options)).toMatchObject({ year_pence: 0, change_pence: 0, leaving: null }); // prettier-ignore
  });
});
