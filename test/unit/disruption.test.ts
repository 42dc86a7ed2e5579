import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import {
  disruptionBetween,
  disruptionPricesAt,
  type DisruptionBasis,
} from '../../shared/planning/disruption.ts';
import { ON } from '../helpers/cost-facts.ts';

const basis: DisruptionBasis = {
  prices: disruptionPricesAt(DEFAULT_SETTINGS, ON),
  refOf: (id) => `KT-${id}`,
  vehicleName: (id) => id,
  schoolName: (urn) => `school ${urn}`,
};

/** Someone picked up at eight who rides half an hour. */
function stop(client_id: number, given: Partial<PlannedStop> = {}): PlannedStop {
  return {
    client_id,
    place: 'home',
    mornings: 31,
    afternoons: 31,
    pick_up_s: 8 * 3600,
    ride_s: 1800,
    limit_s: 2700,
    limit_kind: 'advisory',
    direct_s: 900,
    direct_m: 9000,
    drop_off_order: 1,
    drop_off_s: 57_600,
    home_ride_s: 1800,
    home_direct_s: 900,
    fixed: true,
    provisional: false,
    ...given,
  };
}

function route(given: Partial<PlannedRoute> = {}): PlannedRoute {
  return {
    id: 1,
    ref: 'R1',
    school_urn: 1,
    vehicle_class: 'taxi',
    seats: 3,
    wheelchairs: 0,
    assistant: false,
    contract_id: 1,
    provider: 'Apex',
    confirmed: true,
    distance_m: 9000,
    duration_s: 1900,
    home_m: 9000,
    home_duration_s: 1900,
    arrive_s: 31_200,
    depart_s: 55_800,
    stops: [stop(1), stop(2)],
    cost: [],
    cost_day_pence: 0,
    days_a_year: 190,
    cost_year_pence: 0,
    ...given,
  };
}

const between = (before: PlannedRoute[], after: PlannedRoute[]) =>
  disruptionBetween({ routes: before }, { routes: after }, basis);
const only = (after: Partial<PlannedRoute>, before: Partial<PlannedRoute> = {}) =>
  between([route({ stops: [stop(1)], ...before })], [route({ stops: [stop(1)], ...after })]);

describe('a route that two schools share', () => {
  const calls = [
    { school_urn: 2, arrive_s: 30_600, depart_s: 55_800, home_order: 1 },
    { school_urn: 1, arrive_s: 31_200, depart_s: 56_400, home_order: 2 },
  ];
  const own = { school_urn: 2 };
  const shared = route({ calls, stops: [stop(1, { school_urn: 1 }), stop(2, own)] });
  const textsOf = (after: PlannedRoute) =>
    disruptionBetween({ routes: [shared] }, { routes: [after] }, basis).children.map(({ client_id, changes }) => [client_id, changes.map(({ text }) => text)]); // prettier-ignore

  it('changes no school for a child whose own is called at as before', () => {
    const alone = { school_urn: 2, arrive_s: 30_600, depart_s: 55_800 };
    expect(textsOf(route({ ...alone, stops: [stop(2)] })).find(([id]) => id === 2)?.[1]).toEqual(['no longer rides with KT-1']); // prettier-ignore
  });

  it('moves the time at the school of those alone whose call is moved', () => {
    const later = { ...shared, calls: calls.map((call) => call.school_urn === 2 ? { ...call, arrive_s: 31_800 } : call) }; // prettier-ignore
    expect(textsOf(later)).toEqual([[2, ['reaches school at 08:50 (was 08:30)']]]);
  });
});

describe('disruption between two plans', () => {
  it('is nothing where nothing changes for anybody, whatever the ids and the order of routes', () => {
    const other = route({ ref: 'R2', contract_id: 2, stops: [stop(3)] });
    const made = between(
      [route(), other],
      [
        { ...other, id: 9 },
        { ...route(), id: 8 },
      ],
    );
    expect(made).toMatchObject({ settled: 3, children: [], pence: 0 });
  });

  it.each([
    [
      'another provider',
      { contract_id: 2, ref: 'R2', provider: 'Swift' },
      'provider',
      500,
      'another provider (Swift, was Apex)',
    ],
    [
      'another route of the provider',
      { contract_id: 2, ref: 'R2' },
      'driver',
      300,
      'another route of Apex (R2, was R1), so probably another driver',
    ],
    [
      'a new route that nobody runs yet',
      { contract_id: null, ref: 'MEA-001', provider: '' },
      'provider',
      500,
      'another provider (not bought yet, was Apex)',
    ],
    [
      'an assistant who comes',
      { assistant: true },
      'assistant',
      300,
      'a passenger assistant now travels along',
    ],
    [
      'another vehicle',
      { vehicle_class: 'minibus' },
      'vehicle',
      100,
      'another vehicle (minibus, was taxi)',
    ],
    [
      'another arrival',
      { arrive_s: 31_200 + 1200 },
      'school_run',
      200,
      'reaches school at 09:00 (was 08:40)',
    ],
    [
      'another departure',
      { depart_s: 55_800 - 1200 },
      'school_run',
      200,
      'leaves school at 15:10 (was 15:30)',
    ],
    ['another school', { school_urn: 2 }, 'school_run', 200, 'goes to school 2 (was school 1)'],
  ] as const)('prices %s', (_, after, kind, pence, text) => {
    const made = only(after);
    expect(made.children).toMatchObject([
      { client_id: 1, changes: [{ kind, pence, text }], pence },
    ]);
    expect(made.children[0]?.sentence).toBe(`KT-1: ${text}.`);
    expect(made.by_kind[kind]).toEqual({ children: 1, pence });
    expect(made.pence).toBe(pence);
  });

  it('prices an assistant who goes, and another one on another contract', () => {
    expect(only({}, { assistant: true }).by_kind.assistant).toEqual({ children: 1, pence: 300 });
    const moved = only({ contract_id: 2, assistant: true }, { assistant: true });
    expect(moved.pence).toBe(300 + 300);
  });

  it('changes no driver where none was appointed: a route without a contract', () => {
    const before = { contract_id: null, ref: 'MEA-001', provider: '' };
    expect(only({ contract_id: null, ref: 'MEA-002', provider: '' }, before).pence).toBe(0);
    expect(only({ contract_id: 4, provider: 'Apex' }, before).children).toEqual([]);
  });

  it.each([
    [300, 0],
    [-300, 0],
    [301, 60],
    [-360, 60],
    [361, 70],
  ])('a pick-up that moves by %i s weighs %i pence: free within the tolerance', (by, pence) => {
    const made = only({ stops: [stop(1, { pick_up_s: 8 * 3600 + by })] });
    expect(made.pence).toBe(pence);
    if (pence > 0) expect(made.children[0]?.pick_up_change_s).toBe(by);
  });

  it('weighs the way home alike', () => {
    const home = stop(1).drop_off_s;
    const made = only({ stops: [stop(1, { drop_off_s: home + 601 })] });
    expect(made.by_kind.drop_off).toEqual({ children: 1, pence: 110 });
    expect(only({ stops: [stop(1, { drop_off_s: home + 300 })] }).pence).toBe(0);
  });

  it('says who comes and goes, to each of those who stay, and nothing of who is new', () => {
    const made = between([route()], [route({ stops: [stop(1), stop(3)] })]);
    expect(made.settled).toBe(2);
    expect(made.children.map((each) => [each.client_id, each.pence, each.to_ref])).toEqual([
      [2, 10_000, null],
      [1, 100, 'R1'],
    ]);
    expect(made.children[1]?.sentence).toBe(
      'KT-1: rides with KT-3 as well and no longer rides with KT-2.',
    );
    expect(made.children[0]?.sentence).toBe('KT-2: has no place any more (was on R1).');
  });

  it('adds up: children, kinds and total are the same pence', () => {
    const made = between(
      [route(), route({ contract_id: 2, ref: 'R2', stops: [stop(3), stop(4)] })],
      [route({ stops: [stop(1), stop(3, { pick_up_s: 7 * 3600 })], assistant: true })],
    );
    const kinds = Object.values(made.by_kind).reduce((sum, kind) => sum + kind.pence, 0);
    expect(kinds).toBe(made.pence);
    expect(made.children.reduce((sum, child) => sum + child.pence, 0)).toBe(made.pence);
    expect(made.children.find((child) => child.client_id === 3)).toMatchObject({ moved: true });
  });

  it('counts only those the caller calls settled', () => {
    const made = disruptionBetween(
      { routes: [route()] },
      { routes: [] },
      { ...basis, isSettled: (id) => id === 2 },
    );
    expect(made).toMatchObject({ settled: 1, pence: 10_000, children: [{ client_id: 2 }] });
  });

  it('reads the prices in force on the day', () => {
    const dear = DEFAULT_SETTINGS.map((each) =>
      each.key === 'disruption_companions_pence' ? { ...each, value: 777 } : each,
    );
    expect(disruptionPricesAt(dear, ON).companions_pence).toBe(777);
  });
});
