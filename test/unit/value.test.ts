/** Value on counties made by hand: what stands beside a seat, who is listed for training, what is compared, what a claim says without dates. */
import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';
import type { SeatFreed } from '../../shared/planning/what-if/seat-freed.ts';
import { weighClaim } from '../../shared/pressure/claim.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { alternativesOf, NO_CONSENTS } from '../../shared/pressure/value/alternatives.ts';
import { sumClaims } from '../../shared/pressure/value/claim-sums.ts';
import { pricesOutOfLine } from '../../shared/pressure/value/out-of-line.ts';
import { trainingOf } from '../../shared/pressure/value/training.ts';
import { someClause } from '../helpers/clauses.ts';
import { someClient, someContract, someFacts, someLine, someRoute, someSchool, someStop } from '../helpers/cost-facts.ts'; // prettier-ignore

/** Two children on one contract of £100 a day, a third alone on another of £80. */
const facts = someFacts({
  schools: [someSchool(1)],
  clients: [
    someClient(1, { date_of_birth: isoDate('2012-05-01'), year_group: 9 }),
    someClient(2, { lat: 51.25 - 5.1 / 69.1, lon: 0.55, year_group: 12, low_income_basis: 'Universal Credit, under threshold' }), // prettier-ignore
    someClient(3, { date_of_birth: isoDate('2013-01-01'), year_group: 8, days: ['Mon', 'Tue'] }),
    someClient(4, { lat: null, lon: null }),
  ],
  contracts: [someContract(1), someContract(2, { price_day_pence: 8000 })],
  routes: [
    someRoute(1, { contract_id: 1, stops: [someStop(1), someStop(2), someStop(4)] }, [someLine('contract', 10_000)]), // prettier-ignore
    someRoute(2, { contract_id: 2, stops: [someStop(3)] }, [someLine('contract', 8000)]),
  ],
});
const seat = (client_id: number, given: Partial<SeatFreed>): SeatFreed => ({
  client_id,
  route_id: 1,
  route_ref: 'R-1',
  how: 'price_stays',
  others: 2,
  saves_year_pence: 0,
  retender_year_pence: 30_000,
  ...given,
});
const freed = [
  seat(1, {}),
  seat(2, {}),
  seat(3, { route_id: 2, route_ref: 'R-2', how: 'route_ends', others: 0, saves_year_pence: 1_520_000, retender_year_pence: null }), // prettier-ignore
];
const ledger = buildLedger(facts);
const found = alternativesOf(facts, ledger, { freed, consents: new Map([[3, { ...NO_CONSENTS, ptb: { state: 'form', on: isoDate('2026-05-01'), by: 'A Parent' } }]]) }); // prettier-ignore
const of = (id: number) => found.rows.find(({ client_id }) => client_id === id);

describe('a seat beside other ways', () => {
  it('keeps the share and what the route would save apart', () => {
    // A third of £100 a day each, the penny left over to the first: £33.34 x 190; the contract is paid as before without one of them.
    expect(of(1)).toMatchObject({ share_pence: 633_460, saves_pence: 0, retender_pence: 30_000, how: 'price_stays', others: 2 }); // prettier-ignore
    expect(of(1)?.ptb.year_pence).toBe(200_000);
    expect(of(3)).toMatchObject({ share_pence: 1_520_000, saves_pence: 1_520_000, how: 'route_ends' }); // prettier-ignore
    expect(of(3)?.consents.ptb).toEqual({ state: 'form', on: '2026-05-01', by: 'A Parent' });
    // Two days of five: two fifths of the band, and of the days.
    expect(of(3)?.ptb.year_pence).toBe(80_000);
    expect(of(3)?.mileage.working).toContain('76 days');
  });

  it('takes sixth form by its own bands, with half the contribution at low income, and tells an edge', () => {
    expect(of(2)?.group).toBe('sixth_form');
    expect(of(2)?.ptb).toMatchObject({ band: '5 to 10 miles', contribution_pence: 31_500, year_pence: 268_500 }); // prettier-ignore
    expect(of(2)?.cliffs).toMatchObject([{ edge_miles: 5, here_pence: 268_500, there_pence: 168_500 }]); // prettier-ignore
  });

  it('says why it cannot tell, and counts a route whole only with everybody reckoned', () => {
    expect(found.cannot_tell).toMatchObject([{ client_id: 4 }]);
    expect(found.cannot_tell[0]?.because).toContain('no position');
    expect(found.whole_routes).toMatchObject([{ route_ref: 'R-2', ptb_pence: 80_000, saves_pence: 1_440_000 }]); // prettier-ignore
  });
});

describe('candidates for travel training', () => {
  const training = trainingOf(facts, found.rows);

  it('are listed by age and way, whatever their need; none where a form says no', () => {
    const needs = ['ASD', 'SLD', 'VI', null] as const;
    for (const need of needs) {
      const clients = new Map([...facts.clients].map(([id, client]) => [id, { ...client, need }]));
      expect(trainingOf({ ...facts, clients }, found.rows).all.client_ids).toEqual(training.all.client_ids); // prettier-ignore
    }
    expect(training.all.client_ids).toEqual([1, 3]);
    const refused = found.rows.map((row) => ({ ...row, consents: { ...NO_CONSENTS, travel_training: { state: 'refused' as const, on: null, by: '' } } })); // prettier-ignore
    expect(trainingOf(facts, refused).all).toMatchObject({ client_ids: [], payback: { central: { months: null } } }); // prettier-ignore
    expect(trainingOf(facts, refused).groups).toEqual([]);
  });

  it('pays back for whoever rides alone, and never at once for a seat beside others', () => {
    const months = (label: string) => training.groups.find((group) => group.label === label)?.payback.central.months; // prettier-ignore
    // 4,000 / ((15,200 - 630) x 0.65) x 12 = 5.07.
    expect(months('Rides alone')).toBe(5.1);
    expect(months('With others')).toBe(null);
  });
});

describe('prices beside routes alike', () => {
  const county = (dear: number, count: number) => {
    const ids = Array.from({ length: count }, (_, at) => at + 1);
    return someFacts({
      clients: ids.map((id) => someClient(id)),
      contracts: ids.map((id) => someContract(id, { price_day_pence: id === 1 ? dear : 5000 + 100 * id })), // prettier-ignore
      routes: ids.map((id) => someRoute(id, { contract_id: id, distance_m: id * METRES_PER_MILE, stops: [someStop(id)] }, [someLine('contract', 0)])), // prettier-ignore
    });
  };

  it('lists what lies a fifth above the line, in pounds a year, with its place among the peers', () => {
    // The line is £50 + £1 a mile: the first route's one mile is £51; it costs £76.50, half as much again.
    const found_ = pricesOutOfLine({ ...county(7650, 12), reasons: new Map([[1, 'Awarded directly: hand-back']]) }); // prettier-ignore
    expect(found_).toMatchObject({ running: 12, compared: 12, apart: [] });
    expect(found_.rows).toHaveLength(1);
    expect(found_.rows[0]).toMatchObject({ contract_ref: 'K-1', line_day_pence: 5100, above_day_pence: 2550, above_year_pence: 484_500, peers: 11, above_share: 1, notes: ['Awarded directly: hand-back'] }); // prettier-ignore
    expect(pricesOutOfLine({ ...county(6000, 12), reasons: new Map() }).rows).toEqual([]);
  });

  it('needs eight others, says so, and never sets sole occupancy beside the rest', () => {
    const few = pricesOutOfLine({ ...county(9000, 8), reasons: new Map() });
    expect(few).toMatchObject({ compared: 0, rows: [] });
    expect(few.apart[0]?.because).toContain('Only 7 other routes alike');
    const all = county(9000, 12);
    const clients = new Map([...all.clients].map(([id, client]) => [id, { ...client, sole_occupancy: id === 1 }])); // prettier-ignore
    const apart = pricesOutOfLine({ ...all, clients, reasons: new Map() });
    expect(apart.compared).toBe(11);
    expect(apart.apart).toMatchObject([{ contract_ref: 'K-1' }]);
    expect(pricesOutOfLine({ ...someFacts({}), reasons: new Map() })).toMatchObject({ running: 0, rows: [], above_year_pence: 0 }); // prettier-ignore
  });
});

describe('a claim', () => {
  const week = (on: string, diesel: number) => ({ week_on: isoDate(on), petrol: diesel, diesel });
  const prices = { ...someFacts({ fuel: [week('2025-09-01', 13_000), week('2026-08-03', 14_900)] }) }; // prettier-ignore

  it('on a contract without dates counts no rise and says what is missing, unless the day is given', () => {
    const undated = someContract(1, { starts_on: '0001-01-01' as IsoDate });
    const claim = weighClaim(prices, undated, 0.12);
    expect(claim).toMatchObject({ priced_on: null, explained: [0, 0] });
    expect(claim.sentences[0]).toContain('the contract has no dates');
    expect(claim.gaps).toHaveLength(1);
    const dated = weighClaim(prices, undated, 0.12, { priced_on: isoDate('2025-09-01') });
    expect(dated.sentences[0]).toContain('explains between 1.9% and 4.8%');
    expect(dated.forces[0]).toMatchObject({ before_of: 'the week 1 Sep 2025', after_of: 'the week 3 Aug 2026' }); // prettier-ignore
  });

  it('shows what the contract’s own clause makes of the price', () => {
    const contract = someContract(1, {
      provider: 'Invicta Cars',
      starts_on: isoDate('2025-09-01'),
    });
    const clause = someClause({ share_percent: 20 });
    // Diesel +14.6% on a fifth of £100: £2.92.
    expect(weighClaim(prices, contract, 0.12, { clauses: [clause] }).clauses?.change_pence).toBe(292); // prettier-ignore
    expect(weighClaim(prices, contract, 0.12, { clauses: [{ ...clause, provider: 'Others' }] }).clauses).toBe(null); // prettier-ignore
  });

  it('on several contracts is weighed by their price a year; of none, or of no price, there is none', () => {
    const two = [someContract(1, { starts_on: isoDate('2025-09-01') }), someContract(2, { starts_on: isoDate('2026-08-05'), price_day_pence: 30_000 })]; // prettier-ignore
    const sum = sumClaims(two.map((contract) => ({ contract, claim: weighClaim(prices, contract, 0.12) }))); // prettier-ignore
    // A quarter of the money rose by 1.9% to 4.8%, the rest was priced last week.
    expect(sum?.fuel[0]).toBeCloseTo(0.019 / 4, 4);
    expect(sum?.fuel[1]).toBeCloseTo(0.0482 / 4, 4);
    expect(sum?.asked_year_pence).toBe(912_000);
    expect(sum?.sentences[0]).toContain('on 2 contracts');
    expect(sumClaims([])).toBe(null);
    const free = someContract(1, { price_day_pence: 0 });
    expect(sumClaims([{ contract: free, claim: weighClaim(prices, free, 0.12) }])).toBe(null);
  });
});
